package clew.core.simulate;

/**
 * How an agency writes people down: the share of entries with each kind of error or gap. Rates are ours, chosen so that a record pair of one person differs in about as many
 * fields as in published linkage studies of administrative data; they are stated here to be argued with.
 *
 * @param typo in each name
 * @param shortForm nickname instead of the given name
 * @param spelling another spelling, where one is listed
 * @param swappedNames given and family name exchanged
 * @param swappedDate day and month exchanged, when both could be either
 * @param defaultedDate 1 January of the right year
 * @param wrongDate one part off by a little
 * @param noDate no date of birth
 * @param noAddress no address
 * @param oldAddress the address before, long after the move
 * @param noPhone no phone, of those who have one
 * @param birthName name before marriage
 * @param noMiddle no middle name, of those who have one
 * @param duplicate a second entry for one person
 * @param noIdentifier no number of another service, of those who have one
 * @param noEthnicity ethnicity not recorded
 */
record Habits(
        double typo,
        double shortForm,
        double spelling,
        double swappedNames,
        double swappedDate,
        double defaultedDate,
        double wrongDate,
        double noDate,
        double noAddress,
        double oldAddress,
        double noPhone,
        double birthName,
        double noMiddle,
        double duplicate,
        double noIdentifier,
        double noEthnicity) {

    static final Habits POLICE = new Habits(
            0.035, 0.07, 0.30, 0.010, 0.012, 0.020, 0.02, 0.06, 0.08, 0.12, 0.4, 0.08, 0.45, 0.07, 0.30, 0.45);
    static final Habits SOCIAL_CARE = new Habits(
            0.025, 0.05, 0.25, 0.008, 0.010, 0.015, 0.01, 0.04, 0.04, 0.10, 0.3, 0.05, 0.60, 0.04, 0.35, 0.18);
    static final Habits HEALTH = new Habits(
            0.015, 0.03, 0.18, 0.006, 0.006, 0.006, 0.01, 0.01, 0.03, 0.15, 0.3, 0.05, 0.60, 0.02, 0.06, 0.25);
    static final Habits SCHOOL = new Habits(
            0.015, 0.12, 0.20, 0.004, 0.005, 0.003, 0.01, 0.01, 0.05, 0.06, 0.3, 0.02, 0.50, 0.02, 0.05, 0.15);
    static final Habits LICENSING = new Habits(
            0.010, 0.01, 0.20, 0.008, 0.005, 0.004, 0.005, 0.005, 0.02, 0.10, 0.2, 0.02, 0.25, 0.03, 0.20, 0.60);
    static final Habits CHARITY = new Habits(
            0.040, 0.22, 0.30, 0.008, 0.015, 0.050, 0.03, 0.15, 0.30, 0.08, 0.3, 0.04, 0.90, 0.06, 0.90, 0.50);
}
