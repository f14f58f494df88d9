package clew.app.groups;

import clew.app.access.ExportCell;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Tie;
import clew.app.store.Rights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An accepted line as a file. Children, and everybody whose age or identity is not known, are ids and
 * nothing else.
 */
public final class LineExports {
    /** What XML 1.0 cannot hold, not even escaped. */
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final Subjects subjects;

    LineExports(Subjects subjects) {
        this.subjects = subjects;
    }

    /** The forms of the file. */
    public enum Format {
        GRAPHML("application/graphml+xml"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** Entities of FollowTheMoney, one JSON object a line. */
        FTM("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Only an accepted line leaves. */
    public static boolean mayLeave(Line line) {
        return line.standing().state() == Standing.State.ACCEPTED;
    }

    /**
     * The bytes of the file.
     *
     * @param share by which a stray file is traced
     */
    public byte[] file(Rights rights, Line line, Format format, UUID share) {
        return file(line.found(), subjects.of(rights, line.found()), format, share);
    }

    static byte[] file(Found found, Map<UUID, Subjects.Told> told, Format format, UUID share) {
        try {
            return switch (format) {
                case GRAPHML -> graphml(found, told, share);
                case XLSX -> xlsx(found, told, share);
                case FTM -> FollowTheMoney.of(found, told, share);
            };
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of an adult or a thing; the id of a child, and of whose age or identity is not known. */
    static String name(Member member, Map<UUID, Subjects.Told> told) {
        boolean id = member.side() == Side.CHILD || member.side() == Side.UNKNOWN;
        return id ? member.subject().toString() : Subjects.name(member, told);
    }

    private static byte[] graphml(Found found, Map<UUID, Subjects.Told> told, UUID share) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        key(xml, "name", "node");
        key(xml, "shown_as", "node");
        key(xml, "days", "edge");
        key(xml, "explained_by", "edge");
        key(xml, "dates", "edge");
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "share-" + share);
        xml.writeAttribute("edgedefault", "undirected");
        for (Member member : found.members()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", member.subject().toString());
            data(xml, "name", name(member, told));
            data(xml, "shown_as", member.side().name().toLowerCase(Locale.ROOT));
            xml.writeEndElement();
        }
        for (Tie tie : found.ties()) {
            xml.writeStartElement("edge");
            xml.writeAttribute("source", tie.one().toString());
            xml.writeAttribute("target", tie.other().toString());
            data(xml, "days", String.valueOf(tie.days()));
            data(xml, "explained_by", reason(tie));
            data(xml, "dates", dates(found, tie));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    private static void key(XMLStreamWriter xml, String name, String of) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", "string");
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(NOT_IN_XML.matcher(value).replaceAll("\uFFFD"));
        xml.writeEndElement();
    }

    private static byte[] xlsx(Found found, Map<UUID, Subjects.Told> told, UUID share) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Clew", "1.0")) {
            Worksheet mark = book.newWorksheet("Share");
            row(mark, 0, List.of("Share", share.toString()));
            Worksheet people = book.newWorksheet("Shown");
            row(people, 0, List.of("id", "name", "shown as"));
            for (int i = 0; i < found.members().size(); i++) {
                Member member = found.members().get(i);
                row(
                        people,
                        i + 1,
                        List.of(
                                member.subject().toString(),
                                name(member, told),
                                member.side().name().toLowerCase(Locale.ROOT)));
            }
            Worksheet ties = book.newWorksheet("Ties");
            row(ties, 0, List.of("one", "other", "days", "dates", "explained by"));
            for (int i = 0; i < found.ties().size(); i++) {
                Tie tie = found.ties().get(i);
                row(
                        ties,
                        i + 1,
                        List.of(
                                tie.one().toString(),
                                tie.other().toString(),
                                String.valueOf(tie.days()),
                                dates(found, tie),
                                reason(tie)));
            }
            Worksheet episodes = book.newWorksheet("Episodes");
            row(episodes, 0, List.of("record", "day", "agency", "place", "who"));
            for (int i = 0; i < found.episodes().size(); i++) {
                row(episodes, i + 1, cells(found, found.episodes().get(i), told));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(Found found, Episode episode, Map<UUID, Subjects.Told> told) {
        UUID place = episode.place();
        return List.of(
                episode.record().toString(),
                episode.day().toString(),
                episode.agency(),
                place == null
                        ? ""
                        : found.member(place).map(member -> name(member, told)).orElse(""),
                episode.parts().stream()
                        .map(part -> part.subject() + (part.role().isEmpty() ? "" : " " + part.role()))
                        .collect(Collectors.joining("; ")));
    }

    /** Every cell goes through {@link ExportCell}, so that no name runs as a formula. */
    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, ExportCell.of(cells.get(column)));
        }
    }

    private static String reason(Tie tie) {
        String reason = tie.reason();
        return reason == null ? "" : reason + (tie.inferred() ? " (inferred)" : "");
    }

    private static String dates(Found found, Tie tie) {
        return tie.episodes().stream()
                .flatMap(record -> found.episode(record).stream())
                .map(episode -> episode.day().toString())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
