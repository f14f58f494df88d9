package clew.app.web;

/**
 * What is wrong with one field of a form, in words that say how to put it right.
 *
 * @param field id of the field on the page, which the words link to
 * @param words what is wrong
 */
record Mistake(String field, String words) {}
