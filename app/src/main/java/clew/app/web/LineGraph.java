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
 * Who was with whom as a picture: adults on the left, children on the right, things between them, lines for ties. Places and words for a template to draw; no word leaves the
 * picture.
 *
 * @param width of the picture, in the units of its text
 * @param size of its text
 */
record LineGraph(int width, int height, int size, List<Node> nodes, List<Edge> edges) {
    private static final int ROW = 44;
    private static final int TOP = 40;
    /** Of one side stand in one column, as long as there are not very many. */
    private static final int FEW_ROWS = 40;

    private static final int COLUMN = 160;
    /** From the middle of a node to its words. */
    private static final int AWAY = 14;

    private static final int EDGE = 4;
    private static final int LINE = 16;

    /**
     * Somebody or something.
     *
     * @param name in full
     * @param what how it is shown
     * @param address of its page
     * @param anchor start, middle or end: where its words stand
     * @param lines its words: one line or two, at {@code textX}, the first at {@code textY}
     */
    record Node(
            UUID subject,
            String name,
            String what,
            String address,
            int x,
            int y,
            List<String> lines,
            String kind,
            String anchor,
            int textX,
            int textY) {

        /** Where a line of its words stands. */
        public int lineY(int line) {
            return textY + line * LINE;
        }
    }

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
        boolean narrow = LineTimes.isNarrow(width);
        int side = width * (narrow ? 33 : 27) / 100;
        int size = narrow ? 13 : 14;
        int more = COLUMN * (columns(left, rows) - 1);
        int evenMore = more + COLUMN * (columns(middle, rows) - 1);
        put(nodes, left, words, new Columns(side, rows, "end", room(left, rows, side), size));
        put(
                nodes,
                middle,
                words,
                new Columns(width / 2 + more, rows, "middle", room(middle, rows, width - 2 * side), size));
        put(nodes, right, words, new Columns(width - side + evenMore, rows, "start", room(right, rows, side), size));
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
        return new LineGraph(wide, height, size, ordered, edges);
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

    /** How wide words may be: what is beside the column, or between it and the next. */
    private static int room(List<Member> members, int rows, int beside) {
        return (columns(members, rows) > 1 ? Math.min(beside, COLUMN - AWAY) : beside) - AWAY - EDGE;
    }

    /**
     * How those of one side stand.
     *
     * @param anchor where their words begin or end
     * @param room for the words of each
     * @param size of the words
     */
    private record Columns(int firstX, int rows, String anchor, int room, int size) {}

    private static void put(Map<UUID, Node> nodes, List<Member> members, LineWords words, Columns columns) {
        int inColumn = Math.ceilDiv(members.size(), columns(members, columns.rows));
        double step = ROW * (double) columns.rows / Math.max(1, inColumn);
        for (int i = 0; i < members.size(); i++) {
            int x = columns.firstX + COLUMN * (i / inColumn);
            int y = (int) Math.round(TOP + step * (i % inColumn + 0.5) - ROW / 2.0 + 10);
            nodes.put(members.get(i).subject(), node(members.get(i), words, columns, x, y));
        }
    }

    private static Node node(Member member, LineWords words, Columns columns, int x, int y) {
        String name = words.name(member.subject());
        List<String> lines = Label.lines(name, columns.room, columns.size);
        boolean above = columns.anchor.equals("middle");
        int textX = columns.anchor.equals("end") ? x - AWAY : above ? x : x + AWAY;
        int textY = above ? y - 13 - LINE * (lines.size() - 1) : y + 5 - LINE / 2 * (lines.size() - 1);
        return new Node(
                member.subject(),
                name,
                LineWords.side(member),
                LineTables.address(member),
                x,
                y,
                lines,
                member.side().name().toLowerCase(java.util.Locale.ROOT),
                columns.anchor,
                textX,
                textY);
    }

    private static Edge edge(Tie tie, Map<UUID, Node> nodes, LineTables tables) {
        Node one = Objects.requireNonNull(nodes.get(tie.one()));
        Node other = Objects.requireNonNull(nodes.get(tie.other()));
        String kind = tie.inferred() ? "inferred" : tie.reason() != null ? "explained" : "counts";
        return new Edge(one, other, kind, tables.together(tie).words());
    }
}
