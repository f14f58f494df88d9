package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is added, changed or taken away, what differs gives the lines of a run over everything. */
class RenewalLawsTest {
    private static final int CHANGES = 12;

    private final List<Episode> episodes = new ArrayList<>();
    private final List<List<String>> kin = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void each_change_gives_the_lines_of_a_run_over_everything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        episodes.addAll(Town.withGroup(random).episodes());
        Evidence before = evidence();
        Epoch epoch = Ties.of(before).epoch();
        List<Line> lines = Lines.of(Ties.of(before, epoch));
        int others = 0;
        for (int change = 0; change < CHANGES; change++) {
            change(random, change);
            Evidence after = evidence();
            List<Line> expected = Lines.of(Ties.of(after, epoch));
            assertThat(Renewal.of(before, after, epoch, lines).lines())
                    .as("seed %d after change %d", seed, change)
                    .isEqualTo(expected);
            others += expected.equals(lines) ? 0 : 1;
            before = after;
            lines = expected;
        }
        assertThat(others).as("seed %d: changes that changed a line", seed).isPositive();
    }

    private void change(SplittableRandom random, int change) {
        int place = change % 2 == 0 ? random.nextInt(episodes.size()) : episodes.size() - 1 - random.nextInt(8);
        Episode old = episodes.get(place);
        String group = Town.ADULTS.get(random.nextInt(3));
        String child = Town.CHILDREN.get(random.nextInt(4));
        switch (change % 6) {
            case 0 ->
                episodes.add(new Episode(
                        "late-" + change,
                        Town.START.plusDays(random.nextInt(700)),
                        Town.START.plusDays(900),
                        "police",
                        "spot-1",
                        List.of(Part.of(group), Part.of(child), Part.of("grown-" + random.nextInt(400)))));
            case 1 -> episodes.remove(place);
            case 2 -> kin.add(List.of(group, child));
            case 3 ->
                episodes.set(place, old.with(old.parts().subList(0, old.parts().size() - 1)));
            case 4 -> kin.remove(0);
            default -> renamed(group, group + "-of-two");
        }
    }

    /** Two are found to be one, or one to be another: every episode names another subject. */
    private void renamed(String from, String to) {
        episodes.replaceAll(episode -> episode.with(episode.parts().stream()
                .map(part -> part.subject().equals(from) ? Part.of(to) : part)
                .toList()));
    }

    private Evidence evidence() {
        Evidence.Builder builder = Town.evidence(episodes);
        kin.forEach(two -> builder.explained(two.get(0), two.get(1), "kin", false));
        return builder.build();
    }
}
