package clew.app.web;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param signedIn is somebody signed in?
 * @param name of who is signed in
 * @param place their role and agency, in words
 * @param purpose for which they look
 * @param demonstration are all people here simulated?
 */
record Frame(boolean signedIn, String name, String place, String purpose, boolean demonstration) {

    private static final List<Section> SECTIONS = List.of(
            new Section("home", "Home", "/"),
            new Section("persons", "Search for a person", "/persons"),
            new Section("review", "Who is who", "/review"),
            new Section("lines", "Lines of enquiry", "/lines"),
            new Section("quality", "Data quality", "/quality"),
            new Section("access", "My access", "/access"),
            new Section("record-keeping", "Record keeping", "/record-keeping"));

    /** Nobody is signed in. */
    static Frame outside(boolean demonstration) {
        return new Frame(false, "", "", "", demonstration);
    }

    /** The parts of Clew that the navigation leads to. */
    public List<Section> sections() {
        return SECTIONS;
    }

    /**
     * A part of Clew.
     *
     * @param name by which a page says that it belongs to it
     * @param title shown
     * @param address of its first page
     */
    record Section(String name, String title, String address) {}
}
