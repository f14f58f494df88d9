package clew.core.standard.publish;

import clew.core.standard.Code;
import clew.core.standard.CodeList;
import clew.core.standard.Confidence;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page and the file of one version of a code list. */
final class CodePage {
    private static final Set<String> SHOWN_APART = Set.of("confidence", "refused", "also");

    private CodePage() {}

    static String path(CodeList list) {
        return "codes/" + list.name() + "-v" + list.version();
    }

    static String period(CodeList list) {
        String from = list.from().map(day -> "from " + day).orElse("");
        String to = list.to().map(day -> "to " + day).orElse("");
        return from.isEmpty() && to.isEmpty() ? "start not recorded" : (from + " " + to).strip();
    }

    static String html(CodeList list) {
        Html page = Html.page(list.title(), "../")
                .paragraph(list.about())
                .list(List.of(
                        "Name " + Html.code(list.name()) + ", version " + list.version() + ", holds: " + period(list),
                        "Nation: " + Html.escape(list.nation().isEmpty() ? "any" : list.nation()),
                        Html.link(list.name() + "-v" + list.version() + ".csv", "This list as CSV")));
        if (!list.licence().isEmpty()) {
            page.paragraph("Licence: " + list.licence() + ".");
        }
        long unverified = list.codes().stream()
                .filter(code -> code.confidence() == Confidence.UNVERIFIED)
                .count();
        if (unverified > 0) {
            page.warning(unverified + " of " + list.codes().size()
                    + " rows are unverified: from general knowledge, not checked against a source.");
        }
        return page.table(
                        "Codes of " + list.name(),
                        List.of("Code", "Label", "Note", "Source", "Confidence"),
                        list.codes().stream().map(code -> row(list, code)).toList())
                .end();
    }

    private static List<String> row(CodeList list, Code code) {
        return List.of(
                Html.code(code.code()),
                Html.escape(code.label()),
                Html.escape(note(list, code)),
                Html.escape(code.source()),
                Html.escape(confidence(code)));
    }

    private static String note(CodeList list, Code code) {
        String note = code.note();
        if (!code.detail("refused").isEmpty()) {
            note = "Refused: expected is " + code.detail("refused") + ". " + note;
        }
        if (list.meansMissing(code)) {
            note = "Read as missing. " + note;
        }
        String details = new TreeMap<>(code.details())
                .entrySet().stream()
                        .filter(detail -> !SHOWN_APART.contains(detail.getKey()))
                        .map(detail -> detail.getKey().replace('_', ' ') + ": " + detail.getValue())
                        .collect(Collectors.joining("; "));
        String also = code.detail("also").replace("|", ", ");
        return String.join(
                        ". ",
                        List.of(note.strip(), details, also.isEmpty() ? "" : "Also read: " + also).stream()
                                .filter(part -> !part.isEmpty())
                                .toList())
                .replace("..", ".");
    }

    private static String confidence(Code code) {
        String words = code.detail("confidence");
        boolean plain = code.confidence() != Confidence.PARTLY_VERIFIED;
        return plain ? code.confidence().label() : code.confidence().label() + " (" + words + ")";
    }

    static String csv(CodeList list) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord("code", "label", "note", "source", "confidence");
        for (Code code : list.codes()) {
            csv.writeRecord(code.code(), code.label(), note(list, code), code.source(), confidence(code));
        }
        return text.toString();
    }
}
