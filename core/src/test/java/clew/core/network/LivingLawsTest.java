package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives re-scores what it touches, and the result is that of a run over everything. */
class LivingLawsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_event_that_arrives_gives_the_lines_of_the_nightly_run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Episode> all = Town.withGroup(random).episodes();
        List<Episode> known = new ArrayList<>(all.subList(0, all.size() - 3));
        Evidence whole = Town.evidence(known).build();
        Epoch epoch = Ties.of(Town.evidence(all).build()).epoch();
        List<Line> lines = Lines.of(Ties.of(whole, epoch));
        boolean surfaced = false;
        for (Episode arriving : all.subList(all.size() - 3, all.size())) {
            Living.Change change = new Living(whole, epoch, lines)
                    .touchedBy(Town.evidence(List.of(arriving)).build());
            known.add(arriving);
            whole = Town.evidence(known).build();
            lines = Lines.of(Ties.of(whole, epoch));

            assertThat(change.lines()).isEqualTo(lines);
            assertThat(change.come())
                    .allSatisfy(line -> assertThat(change.gone()).doesNotContain(line));
            surfaced |= !change.come().isEmpty();
        }
        assertThat(surfaced).isTrue();
    }
}
