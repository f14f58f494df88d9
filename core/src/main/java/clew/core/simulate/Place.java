package clew.core.simulate;

/**
 * Somewhere that people meet, live or are seen.
 *
 * @param id truth's id, such as {@code L000123}
 */
record Place(String id, Kind kind, String name, Address address, int authority) {

    /** What the place is, in the words of the standard's places. */
    enum Kind {
        STATION("Bus Station", 1),
        TAKEAWAY("takeaway", 8),
        HOTEL("hotel", 3),
        PARK("Park", 4),
        CLINIC("Health Centre", 2),
        SCHOOL("School", 6),
        SHOPPING_CENTRE("Shopping Centre", 1),
        CHILDRENS_HOME("children's home", 0),
        DWELLING("dwelling", 0);

        private final String word;
        private final int perTenThousandPeople;

        Kind(String word, int perTenThousandPeople) {
            this.word = word;
            this.perTenThousandPeople = perTenThousandPeople;
        }

        String word() {
            return word;
        }

        int perTenThousandPeople() {
            return perTenThousandPeople;
        }
    }
}
