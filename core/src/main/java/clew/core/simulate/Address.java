package clew.core.simulate;

/**
 * A simulated address. Towns and postcodes do not exist: see {@link Gazetteer}.
 *
 * @param uprn 12 digits beginning 9990, above every block that has been given out
 */
record Address(String house, String street, String town, String postcode, String uprn) {

    String line() {
        return house + " " + street;
    }
}
