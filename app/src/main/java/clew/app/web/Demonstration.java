package clew.app.web;

import java.util.List;

/**
 * Says that this is a demonstration, in which all people are simulated, and who can sign in to it. A deployment that holds real people has no such
 * bean.
 *
 * @param users who can be tried
 * @param password the password of all of them
 */
public record Demonstration(List<User> users, String password) {

    public Demonstration {
        users = List.copyOf(users);
    }

    /**
     * A demonstration user.
     *
     * @param signInName what to type
     * @param who name and role
     * @param agency name of the agency
     */
    public record User(String signInName, String who, String agency) {}
}
