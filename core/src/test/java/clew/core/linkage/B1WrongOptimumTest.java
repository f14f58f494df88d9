package clew.core.linkage;

import static clew.core.linkage.MadeRecords.Column.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Training that took namesakes for one person says so before anybody trusts it, and says nothing where it went well (row B1). */
class B1WrongOptimumTest {
    private static final String SAID = "wrong optimum";

    /** Names that many share, and e-mails made of nothing but the name: everything agrees for namesakes but the birth. */
    @Test
    void matches_found_by_names_in_e_mails_are_doubted_aloud() {
        for (long seed : new long[] {11, 12}) {
            MadeRecords records = new MadeRecords(namesakes(seed), seed, GIVEN, FAMILY, BORN, TOWN, EMAIL);
            records.contactMissing = 0;
            records.writeAll(MadeWorldsTest.copies(seed, 5, 3, 2), false);
            LinkResult result = Linkage.link(records.table.build(), LinkSettings.defaults(), phase -> {});
            assertThat(rightShare(records, result))
                    .as(
                            "share of right pairs at the threshold: the world must provoke what is to be said, seed %d",
                            seed)
                    .isLessThan(0.5);
            assertThat(result.model().warnings())
                    .as("seed %d", seed)
                    .anyMatch(warning -> warning.contains(SAID) && warning.contains("date of birth"));
        }
    }

    @Test
    void where_training_went_well_nothing_is_said() {
        for (long seed : new long[] {4, 8, 11}) {
            for (MadePeople people :
                    List.of(MadeWorldsTest.singles(seed, 500), MadeWorldsTest.homes(seed, 600, 0.05, 0.1))) {
                MadeRecords records =
                        new MadeRecords(people, seed, GIVEN, FAMILY, BORN, SEX, STREET, POSTCODE, PHONE, EMAIL);
                records.writeAll(MadeWorldsTest.copies(seed, 5, 3, 2), false);
                LinkResult result = Linkage.link(records.table.build(), LinkSettings.defaults(), phase -> {});
                assertThat(rightShare(records, result)).as("seed %d", seed).isGreaterThan(0.9);
                assertThat(result.model().warnings()).as("seed %d", seed).isEmpty();
            }
        }
    }

    private static MadePeople namesakes(long seed) {
        MadePeople names = MadeWorldsTest.singles(seed + 1000, 600);
        MadePeople people = new MadePeople(seed, 40);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1500; i++) {
            MadePeople.Person name = names.people.get(random.nextInt(names.people.size()));
            people.home();
            people.person(name.origin(), name.given(), name.family(), people.born(1940, 2005), name.male(), i, false);
        }
        return people;
    }

    /** Of the pairs at or above the threshold. */
    private static double rightShare(MadeRecords records, LinkResult result) {
        int right = 0;
        int taken = 0;
        while (taken < result.pairs().size() && result.pairs().weight(taken) >= 0) {
            int left = result.pairs().left(taken);
            int other = result.pairs().right(taken);
            right += records.truth.get(left).equals(records.truth.get(other)) ? 1 : 0;
            taken++;
        }
        return (double) right / taken;
    }
}
