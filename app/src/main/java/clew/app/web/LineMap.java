package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the episodes of a line were: circles as large as there are episodes, and a line between two of them where the same people or things were, as thick as there are of
 * them. To scale where the records of all places give a point; else a circle for each area, or for each place when all are in one, and no map to scale.
 *
 * @param width of the picture, in the units of its text of size 14
 * @param bar a scale: how long and what it says; empty words where the picture is not to scale
 */
record LineMap(int width, int height, boolean toScale, List<Spot> spots, List<Link> links, Bar bar) {
    private static final int BELOW = 48;
    private static final int SIZE = 14;

    /**
     * A circle: where, and the words beneath.
     *
     * @param textX the middle of its words, within the picture
     */
    record Spot(
            String name,
            int x,
            int y,
            int radius,
            List<String> places,
            int episodes,
            String words,
            int textX,
            Set<UUID> who) {}

    /** The same people or things at both, as many. */
    record Link(Spot one, Spot other, List<String> who, int middleX, int middleY) {
        public int width() {
            return Math.min(10, 1 + who.size());
        }
    }

    /** How long a distance is in the picture. */
    record Bar(int length, String words) {}

    static LineMap of(Found found, LineWords words, Map<UUID, Where> where, int width) {
        List<Member> places = found.on(Side.PLACE);
        boolean toScale = places.size() > 1 && places.stream().allMatch(place -> isPoint(where.get(place.subject())));
        Map<String, List<Member>> areas = grouped(places, place -> area(where.get(place.subject())));
        Map<String, List<Member>> groups =
                toScale || areas.size() < 2 ? grouped(places, place -> words.name(place.subject())) : areas;
        int height = width > 500 ? width / 2 : width;
        Places at = toScale ? Places.byPoints(groups, where, width, height) : Places.onARing(groups, width, height);
        List<Spot> spots = spots(found, words, groups, at, width);
        return new LineMap(width, at.height() + BELOW, toScale, spots, links(spots, words), at.bar());
    }

    private static boolean isPoint(@Nullable Where where) {
        return where != null && where.isPoint();
    }

    private static String area(@Nullable Where where) {
        return where == null || where.area().isEmpty() ? "Area not recorded" : where.area();
    }

    private static Map<String, List<Member>> grouped(List<Member> places, Function<Member, String> by) {
        return places.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static List<Spot> spots(
            Found found, LineWords words, Map<String, List<Member>> groups, Places at, int width) {
        Map<String, List<Episode>> there = new HashMap<>();
        groups.forEach((name, places) -> there.put(name, episodes(found, places)));
        int most = there.values().stream().mapToInt(List::size).max().orElse(1);
        Set<UUID> shown = found.members().stream().map(Member::subject).collect(Collectors.toSet());
        List<Spot> spots = new ArrayList<>();
        groups.forEach((name, places) -> {
            List<Episode> episodes = there.getOrDefault(name, List.of());
            Set<UUID> who = episodes.stream()
                    .flatMap(episode -> episode.parts().stream())
                    .map(Found.Part::subject)
                    .filter(shown::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> names = places.stream()
                    .map(place -> words.name(place.subject()))
                    .sorted()
                    .toList();
            int radius = (int) Math.round(6 + 16 * Math.sqrt(episodes.size() / (double) Math.max(1, most)));
            String cut = Label.cut(name, width * 0.5, SIZE);
            double half = Math.max(Label.width(cut, SIZE), Label.width("1000 episodes", SIZE)) / 2;
            spots.add(new Spot(
                    name,
                    at.x(name),
                    at.y(name),
                    radius,
                    names,
                    episodes.size(),
                    cut,
                    (int) Math.round(Math.clamp(at.x(name), half, width - half)),
                    who));
        });
        return spots;
    }

    private static List<Episode> episodes(Found found, List<Member> places) {
        Set<UUID> here = places.stream().map(Member::subject).collect(Collectors.toSet());
        return found.episodes().stream()
                .filter(episode -> episode.place() != null && here.contains(episode.place()))
                .toList();
    }

    private static List<Link> links(List<Spot> spots, LineWords words) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            for (int j = i + 1; j < spots.size(); j++) {
                Spot one = spots.get(i);
                Spot other = spots.get(j);
                List<String> both = one.who().stream()
                        .filter(other.who()::contains)
                        .map(words::name)
                        .sorted()
                        .toList();
                if (!both.isEmpty()) {
                    links.add(new Link(one, other, both, (2 * one.x() + other.x()) / 3, (2 * one.y() + other.y()) / 3));
                }
            }
        }
        return links;
    }

    /** A row of the table that says the same. */
    record Row(String name, String places, int episodes, List<String> also) {}

    public List<Row> rows() {
        return spots.stream().map(this::row).toList();
    }

    private Row row(Spot spot) {
        List<String> also = links.stream()
                .filter(link -> link.one().equals(spot) || link.other().equals(spot))
                .map(link ->
                        (link.one().equals(spot) ? link.other() : link.one()).name() + ": " + Words.list(link.who()))
                .toList();
        return new Row(spot.name(), String.join(", ", spot.places()), spot.episodes(), also);
    }

    /** The whole picture in words. */
    public String paragraph() {
        if (spots.isEmpty()) {
            return "No place is recorded.";
        }
        String head = toScale
                ? "North is above. The records of every place give a point; how near it is to the truth is for who recorded it to say. "
                : "Not to scale: a circle for each "
                        + (spots.stream().allMatch(spot -> spot.places().equals(List.of(spot.name())))
                                ? "place"
                                : "area")
                        + ", because the records do not say where on a map the places are. ";
        String most = spots.stream()
                .map(spot -> spot.name() + ": " + Words.count(spot.episodes(), "episode", "episodes"))
                .collect(Collectors.joining("; "));
        String both = links.isEmpty()
                ? " Nobody and nothing was in more than one of them."
                : " A line joins two where the same people or things were; its number says how many.";
        return head + most + "." + both;
    }
}
