package clew.core.network;

import java.util.List;
import java.util.SortedSet;

/**
 * What a draft line of enquiry stands on: adults each two of whom, one after another, share two or more children.
 *
 * @param adults two or more
 * @param children two or more whom two of the adults share
 * @param contacts of these adults with these children
 */
record Core(SortedSet<Integer> adults, SortedSet<Integer> children, List<Contact> contacts) {}
