package clew.core.simulate;

import java.util.List;

/**
 * The sentences that agencies write, all administrative: dates, places, who was with whom. Ordinary life and planted groups draw from the same lists, so that no word tells them
 * apart.
 */
final class Texts {

    static final String OPENED = "Case opened";

    static final List<String> CRIMES = List.of(
            "Theft",
            "Theft of vehicle",
            "Criminal damage",
            "Public order",
            "Burglary",
            "Fraud",
            "Assault without injury",
            "Harassment",
            "Possession of a controlled drug",
            "Theft from shop");
    static final List<String> CRIME_FLAGS = List.of("", "", "", "", "", "Youth", "Domestic", "Alcohol", "Repeat");
    static final List<String> STOPS = List.of(
            "Vehicle check",
            "Routine traffic stop",
            "Group gathered late",
            "Concern for welfare",
            "Report of a car waiting");
    static final List<String> MISSING = List.of(
            "Left after the evening meal and was not back at the agreed time",
            "Did not come home from school",
            "Left during the night",
            "Went to meet friends and could not be reached",
            "Phone off, not at the address given");
    static final List<String> INTELLIGENCE = List.of(
            "Seen together near the premises in the evening.",
            "Room booked in cash; young people seen arriving.",
            "The vehicle is often parked here at night.",
            "Named as a regular at this address.",
            "Young people collected and dropped off here at weekends.",
            "Seen handing over a phone.",
            "Staff report the same car waiting on several nights.");
    static final List<String> CONTACTS = List.of(
            "Parent asks for support",
            "Concern about supervision at home",
            "New older friends, does not say who",
            "Missed appointments",
            "Family argument reported by a neighbour",
            "Unexplained new phone",
            "Housing difficulty",
            "Child seen in town late in the evening",
            "School reports tiredness and absence",
            "Parent unwell",
            "Collected by an adult whom the family does not know");
    static final List<String> JOURNEYS = List.of(
            "Late at the school gate",
            "Nobody at home on return",
            "Child did not want to travel",
            "Another route than agreed",
            "Seat or harness to be checked",
            "Handed over at the school office");
    static final List<String> EMERGENCY = List.of(
            "Attended with an adult who was not family",
            "Attended alone at night",
            "Would not say where the evening was spent",
            "Second attendance in a month",
            "Minor injury after a fall",
            "Left before being seen");
    static final List<String> SEXUAL_HEALTH = List.of(
            "Attended more than once with different companions",
            "Companion waited outside and left when greeted",
            "Asked that nobody be told where they live",
            "Professional asks for advice of the hub");
    static final List<String> SCHOOL = List.of(
            "Collected at the gate by an unknown car",
            "Tired and withdrawn in class",
            "Talks of gifts from a friend",
            "Left the site at lunch time",
            "New phone, calls during lessons",
            "Argument with classmates",
            "Worried about going home",
            "Change in friends this term");
    static final List<String> SCHOOL_CATEGORIES =
            List.of("welfare", "attendance pattern", "relationships", "home", "online");
    static final List<String> COMPLAINTS = List.of(
            "Driver asked a young passenger for a phone number",
            "Left the direct route",
            "Late and impolite",
            "Carried passengers who had not booked",
            "Vehicle waiting outside a school at night",
            "Overcharged",
            "Refused a guide dog");
    static final List<String> COMPLAINT_REASONS = List.of("conduct", "journey", "vehicle");
    static final List<String> INTERVIEWS = List.of(
            "Says was with friends in town",
            "Says went for a drive",
            "Says stayed at a friend's flat",
            "Says was bored and wanted to get away",
            "Says somebody bought food",
            "Would rather not say where",
            "Says met people at the station");
    static final List<String> REFERRERS = List.of("Social worker", "School", "Self", "Parent", "Police", "Nurse");
    static final List<String> FACTORS = List.of("10A", "11A", "13A", "4A", "4B", "3B", "2B", "17A", "16A", "21", "5A");

    private Texts() {}
}
