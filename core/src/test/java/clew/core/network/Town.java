package clew.core.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A small made-up town: ordinary life by chance, and one group that meets the same children again and again. */
final class Town {
    static final LocalDate START = LocalDate.of(2025, 1, 1);
    static final List<String> ADULTS = List.of("adult-a", "adult-b", "adult-c");
    static final List<String> CHILDREN = List.of("child-a", "child-b", "child-c", "child-d");

    private static final int PEOPLE = 400;

    private final RandomGenerator random;
    private final List<Episode> episodes = new ArrayList<>();

    private Town(RandomGenerator random) {
        this.random = random;
    }

    /** Ordinary life alone. */
    static Town ordinary(RandomGenerator random) {
        Town town = new Town(random);
        for (int i = 0; i < PEOPLE * 3; i++) {
            List<String> there = new ArrayList<>(List.of(town.somebody()));
            for (int other = random.nextInt(3); other > 0; other--) {
                String who = town.somebody();
                if (!there.contains(who)) {
                    there.add(who);
                }
            }
            town.tell("ordinary-" + i, random.nextInt(700), "place-" + random.nextInt(12), there);
        }
        return town;
    }

    /** Ordinary life, and the group: on eight days two of its adults with two of its children, told by three agencies. */
    static Town withGroup(RandomGenerator random) {
        Town town = ordinary(random);
        for (int meeting = 0; meeting < 8; meeting++) {
            town.tell(
                    "group-" + meeting,
                    40 * meeting,
                    "spot-" + meeting % 3,
                    List.of(
                            ADULTS.get(meeting % 3),
                            ADULTS.get((meeting + 1) % 3),
                            CHILDREN.get(meeting % 4),
                            CHILDREN.get((meeting + 1) % 4)));
        }
        return town;
    }

    List<Episode> episodes() {
        return episodes;
    }

    private String somebody() {
        return (random.nextInt(4) == 0 ? "minor-" : "grown-") + random.nextInt(PEOPLE);
    }

    void tell(String id, int day, @Nullable String place, List<String> there) {
        LocalDate on = START.plusDays(day);
        String agency = List.of("police", "care", "school").get(episodes.size() % 3);
        episodes.add(new Episode(
                id,
                on,
                on.plusDays(2),
                agency,
                place,
                there.stream().map(Part::of).toList()));
    }

    /** The evidence of the town, told in the order of the list. */
    static Evidence.Builder evidence(List<Episode> episodes) {
        Evidence.Builder builder = new Evidence.Builder();
        for (Episode episode : episodes) {
            episode.parts().forEach(part -> subject(part.subject(), builder));
            String place = episode.place();
            if (place != null) {
                builder.subject(place, SubjectKind.PLACE);
            }
            builder.episode(episode);
        }
        return builder;
    }

    private static void subject(String id, Evidence.Builder builder) {
        boolean child = id.startsWith("child") || id.startsWith("minor");
        if (id.startsWith("car")) {
            builder.subject(id, SubjectKind.VEHICLE);
        } else if (id.startsWith("unknown")) {
            builder.subject(id, SubjectKind.PERSON);
        } else {
            LocalDate born = child ? LocalDate.of(2011, 5, 5) : LocalDate.of(1990, 5, 5);
            builder.subject(id, SubjectKind.PERSON, born, born);
        }
    }
}
