package clew.app.cli;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkResult.Calibrated;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.RecordTable;
import clew.core.linkage.files.AnswersFile;
import clew.core.linkage.files.SourceFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people answered of pairs, as a run of {@code clew link} takes it and tells it. */
record LinkAnswers(String file, AnswersFile answers) {

    static LinkAnswers read(SourceFile file, RecordTable table) {
        return new LinkAnswers(file.name(), AnswersFile.read(file, table));
    }

    LinkSettings in(LinkSettings settings) {
        return settings.withAnswers(answers.judgements());
    }

    /** For the report and the console. */
    String inWords(LinkResult result) {
        return String.format(
                Locale.UK,
                "%s: %d same, %d not, %d unsure, %d not answered yet; %d counted, each pair once and none that contradicts others; all scores moved by %+.2f bits",
                file,
                answers.same(),
                answers.not(),
                answers.unsure(),
                answers.open(),
                calibrated(result).counted(),
                bits(result));
    }

    /** For {@code --json}. */
    Map<String, Object> json(LinkResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("same", answers.same());
        json.put("not", answers.not());
        json.put("counted", calibrated(result).counted());
        json.put("unsure", answers.unsure());
        json.put("not_answered", answers.open());
        json.put("moved_bits", bits(result));
        return json;
    }

    private static double bits(LinkResult result) {
        return (double) calibrated(result).moved() / Explanation.UNITS_PER_BIT;
    }

    /** Without a pair said to be the same or not there was nothing to move by. */
    private static Calibrated calibrated(LinkResult result) {
        return result.calibrated().orElse(new Calibrated(0, 0));
    }
}
