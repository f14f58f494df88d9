package clew.core.simulate;

import java.util.Map;

/**
 * One person as one system of one agency wrote them.
 *
 * @param truth who it really is
 * @param key the system's own key for them
 * @param values what was written, by neutral name ({@code given}, {@code dob} ...); what was not written is not there
 */
record Entry(String truth, String key, Map<String, Object> values) {}
