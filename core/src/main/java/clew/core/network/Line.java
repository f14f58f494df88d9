package clew.core.network;

import clew.core.explain.Explanation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A draft line of enquiry: adults who were with the same children again and again, and who and what belongs with them. A proposal, on which people decide;
 * it says nothing of guilt and gives no child a role.
 *
 * @param id of the line: the id of its smallest adult; two lines of which that adult is have it both
 * @param adults people of concern, by id
 * @param children who were, or may have been, under 18 in an episode of it, or when they were first tied to it; by id
 * @param others people not identified, by id
 * @param means cars, phones, accounts and organisations, by id
 * @param places at which two or more of them were on two or more days, by id
 * @param first the day of the oldest episode that it rests on
 * @param last the day of the newest
 * @param known the day on which the last of what it rests on became known
 * @param agencies who hold the episodes, by name
 * @param ties the ties within it that weigh something, the heaviest first
 * @param explained the ties within it that a reason explains: they weigh nothing and are shown
 * @param episodes that it rests on, with the roles in each, in order of time
 * @param firmness how firmly it stands
 * @param explanation of its weight: the sum of its ties. A measure of the evidence that a reader can check, never an order of children
 */
public record Line(
        String id,
        SortedSet<String> adults,
        SortedSet<String> children,
        SortedSet<String> others,
        SortedSet<String> means,
        SortedSet<String> places,
        LocalDate first,
        LocalDate last,
        LocalDate known,
        SortedSet<String> agencies,
        List<ShownTie> ties,
        List<ShownTie> explained,
        List<Episode> episodes,
        Firmness firmness,
        Explanation explanation) {
    /** By the day of their newest evidence, then by id, then by who is in them. */
    static final Comparator<Line> ORDER = Comparator.comparing(Line::last)
            .thenComparing(Line::id)
            .thenComparing(line -> line.people().toString());

    /**
     * A tie of a line.
     *
     * @param one id of a subject
     * @param other id of another
     * @param days on how many days they were certainly together
     * @param agencies who hold it; a tie of two or more is one that no agency could see whole
     * @param sources how many records it rests on
     * @param grades of the intelligence among them
     * @param oldest the first day on which they can have been together
     * @param newest the last
     * @param reason what explains it, or null
     * @param explanation of its weight
     */
    public record ShownTie(
            String one,
            String other,
            int days,
            SortedSet<String> agencies,
            int sources,
            SortedSet<String> grades,
            @Nullable LocalDate oldest,
            @Nullable LocalDate newest,
            @Nullable String reason,
            Explanation explanation) {}

    /**
     * How firmly a line stands.
     *
     * @param stability the share of resolutions from half to twice that of the epoch at which it is found again, in [0, 1]
     * @param worlds how often its surroundings were rewired by chance; 0 where they were too few to be rewired
     * @param asStrong in how many of these worlds chance alone made two adults share as much
     */
    public record Firmness(double stability, int worlds, int asStrong) {
        private static final double CHANCE = 0.2;

        /** In how many of so many worlds chance must make as much for the line to be no proposal. */
        static int leastOfChance(int worlds) {
            int asStrong = 0;
            while (!new Firmness(1, worlds, asStrong).mayBeChance()) {
                asStrong++;
            }
            return asStrong;
        }

        /** Whether chance alone would make as much in more than one world of five, or it is found again at no resolution: then it is no proposal. */
        public boolean mayBeChance() {
            return stability == 0 || worlds > 0 && (asStrong + 1.0) / (worlds + 1) > CHANCE;
        }
    }

    /** The adults and children in it, by id; not those who are not identified. */
    public SortedSet<String> people() {
        SortedSet<String> people = new TreeSet<>(adults);
        people.addAll(children);
        return people;
    }

    /** How many of its ties rest on records of two or more agencies. */
    public long tiesOfSeveralAgencies() {
        return ties.stream().filter(tie -> tie.agencies().size() > 1).count();
    }
}
