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
    /** Of one side stand in one column, as long as there are not very many. */
    private static final int FEW_ROWS = 40;

    private static final int COLUMN = 160;
    /** Units of the width for each letter of a name. */
    private static final int FOR_A_LETTER = 30;

    /**
     * Somebody or something.
     *
     * @param name in full
     * @param what how it is shown
     * @param address of its page
     * @param anchor start, middle or end: where its words stand
     */
    record Node(
            UUID subject,
            String name,
            String what,
            String address,
            int x,
            int y,
            String words,
            String kind,
            String anchor,
            int textX,
            int textY) {}

    /** A tie; what is inferred is dashed, what is explained is dotted. */
    record Edge(Node one, Node other, String kind, String words) {}

    static LineGraph of(Found found, LineWords words, int width) {
        Map<UUID, Node> nodes = new HashMap<>();
        List<Member> left = sorted(found, words, Side.ADULT);
        List<Member> middle = sorted(found, words, Side.THING);
        List<Member> right = Stream.concat(
                        sorted(found, words, Side.CHILD).stream(), sorted(found, words, Side.UNKNOWN).stream())
                .toList();
        int most = Math.max(FEW_ROWS, (int) Math.sqrt(4.0 * found.members().size()));
        int rows = Math.clamp(Math.max(left.size(), Math.max(middle.size(), right.size())), 1, most);
        int height = TOP + rows * ROW;
        int more = COLUMN * (columns(left, rows) - 1);
        int evenMore = more + COLUMN * (columns(middle, rows) - 1);
        put(nodes, left, words, width, width * 27 / 100, rows, "end");
        put(nodes, middle, words, width, width / 2 + more, rows, "middle");
        put(nodes, right, words, width, width * 73 / 100 + evenMore, rows, "start");
        int wide = width + evenMore + COLUMN * (columns(right, rows) - 1);
        LineTables tables = new LineTables(found, words);
        List<Edge> edges = found.ties().stream()
                .filter(tie -> nodes.containsKey(tie.one()) && nodes.containsKey(tie.other()))
                .map(tie -> edge(tie, nodes, tables))
                .toList();
        List<Node> ordered = Stream.of(left, middle, right)
                .flatMap(List::stream)
                .map(member -> Objects.requireNonNull(nodes.get(member.subject())))
                .toList();
        return new LineGraph(wide, height, ordered, edges);
    }

    private static List<Member> sorted(Found found, LineWords words, Side side) {
        return found.on(side).stream()
                .sorted(java.util.Comparator.comparing((Member member) -> words.name(member.subject()))
                        .thenComparing(Member::subject))
                .toList();
    }

    private static int columns(List<Member> members, int rows) {
        return Math.max(1, Math.ceilDiv(members.size(), rows));
    }

    private static void put(
            Map<UUID, Node> nodes,
            List<Member> members,
            LineWords words,
            int width,
            int firstX,
            int rows,
            String anchor) {
        int inColumn = Math.ceilDiv(members.size(), columns(members, rows));
        double step = ROW * (double) rows / Math.max(1, inColumn);
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            int x = firstX + COLUMN * (i / inColumn);
            int y = (int) Math.round(TOP + step * (i % inColumn + 0.5) - ROW / 2.0 + 10);
            int textX = anchor.equals("end") ? x - 14 : anchor.equals("start") ? x + 14 : x;
            int textY = anchor.equals("middle") ? y - 13 : y + 5;
            nodes.put(
                    member.subject(),
                    new Node(
                            member.subject(),
                            words.name(member.subject()),
                            LineWords.side(member),
                            LineTables.address(member),
                            x,
                            y,
                            cut(words.name(member.subject()), width / FOR_A_LETTER),
                            member.side().name().toLowerCase(java.util.Locale.ROOT),
                            anchor,
                            textX,
                            textY));
        }
    }

    static String cut(String words, int longest) {
        return words.length() <= longest
                ? words
                : words.substring(0, longest - 1).strip() + "…";
    }

    private static Edge edge(Tie tie, Map<UUID, Node> nodes, LineTables tables) {
        Node one = Objects.requireNonNull(nodes.get(tie.one()));
        Node other = Objects.requireNonNull(nodes.get(tie.other()));
        String kind = tie.inferred() ? "inferred" : tie.reason() != null ? "explained" : "counts";
        return new Edge(one, other, kind, tables.together(tie).words());
    }
}
