package clew.core.network;

/**
 * An adult was with a child, outside what is explained.
 *
 * @param adult who was certainly of age on that day
 * @param child who was, or may have been, under 18 on that day
 * @param episode in which the child was
 * @param through the car, phone or account that both used, or a negative number when they were there together
 */
record Contact(int adult, int child, int episode, int through) {}
