package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Tie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who was with whom as a picture: adults on the left, children on the right, things between them, lines for ties. Places and words for a template to draw.
 *
 * @param width of the picture, in the units of its text of size 14
 */
record LineGraph(int width, int height, List<Node> nodes, List<Edge> edges) {
    private static final int ROW = 44;
    private static final int TOP = 40;
    /** Units of the width for each letter of a name. */
    private static final int FOR_A_LETTER = 30;

    /**
     * Somebody or something.
     *
     * @param anchor start, middle or end: where its words stand
     */
    record Node(int x, int y, String words, String kind, String anchor, int textX, int textY) {}

    /** A tie; what is inferred is dashed, what is explained is dotted. */
    record Edge(int x1, int y1, int x2, int y2, String kind) {}

    static LineGraph of(Found found, LineWords words, int width) {
        Map<UUID, Node> nodes = new HashMap<>();
        List<Member> left = sorted(found, words, Side.ADULT);
        List<Member> middle = sorted(found, words, Side.THING);
        List<Member> right = Stream.concat(
                        sorted(found, words, Side.CHILD).stream(), sorted(found, words, Side.UNKNOWN).stream())
                .toList();
        int rows = Math.max(1, Math.max(left.size(), Math.max(middle.size(), right.size())));
        int height = TOP + rows * ROW;
        put(nodes, left, words, width, width * 27 / 100, rows, "end");
        put(nodes, middle, words, width, width / 2, rows, "middle");
        put(nodes, right, words, width, width * 73 / 100, rows, "start");
        List<Edge> edges = found.ties().stream()
                .filter(tie -> nodes.containsKey(tie.one()) && nodes.containsKey(tie.other()))
                .map(tie -> edge(tie, nodes))
                .toList();
        List<Node> ordered = Stream.of(left, middle, right)
                .flatMap(List::stream)
                .map(member -> Objects.requireNonNull(nodes.get(member.subject())))
                .toList();
        return new LineGraph(width, height, ordered, edges);
    }

    private static List<Member> sorted(Found found, LineWords words, Side side) {
        return found.on(side).stream()
                .sorted(java.util.Comparator.comparing((Member member) -> words.name(member.subject()))
                        .thenComparing(Member::subject))
                .toList();
    }

    private static void put(
            Map<UUID, Node> nodes, List<Member> members, LineWords words, int width, int x, int rows, String anchor) {
        double step = ROW * (double) rows / Math.max(1, members.size());
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            int y = (int) Math.round(TOP + step * (i + 0.5) - ROW / 2.0 + 10);
            int textX = anchor.equals("end") ? x - 14 : anchor.equals("start") ? x + 14 : x;
            int textY = anchor.equals("middle") ? y - 13 : y + 5;
            nodes.put(
                    member.subject(),
                    new Node(
                            x,
                            y,
                            cut(words.name(member.subject()), width / FOR_A_LETTER),
                            member.side().name().toLowerCase(java.util.Locale.ROOT),
                            anchor,
                            textX,
                            textY));
        }
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest
                ? words
                : words.substring(0, longest - 1).strip() + "…";
    }

    private static Edge edge(Tie tie, Map<UUID, Node> nodes) {
        Node one = Objects.requireNonNull(nodes.get(tie.one()));
        Node other = Objects.requireNonNull(nodes.get(tie.other()));
        String kind = tie.inferred() ? "inferred" : tie.reason() != null ? "explained" : "counts";
        return new Edge(one.x(), one.y(), other.x(), other.y(), kind);
    }
}
