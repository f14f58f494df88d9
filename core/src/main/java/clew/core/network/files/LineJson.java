package clew.core.network.files;

import clew.core.network.BlockList;
import clew.core.network.Brief;
import clew.core.network.Episode;
import clew.core.network.Line;
import clew.core.network.Replay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A line with all its reasons, as maps and lists that any JSON writer takes: an entry of {@code groups.json}. */
public final class LineJson {
    private LineJson() {}

    /**
     * The entry of a line.
     *
     * @param surfacing when it surfaced, where that was asked for
     */
    public static Map<String, @Nullable Object> of(
            String id, Line line, Replay.@Nullable Surfacing surfacing, UnaryOperator<String> name) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("group_id", id);
        json.put("adults", line.adults());
        json.put("children", line.children());
        json.put("not_identified", line.others());
        json.put("vehicles_phones_organisations", line.means());
        json.put("places", line.places());
        json.put("first", line.first().toString());
        json.put("last", line.last().toString());
        json.put("known", line.known().toString());
        json.put("agencies", line.agencies());
        json.put("ties_of_several_agencies", line.tiesOfSeveralAgencies());
        json.put("firmness", firmness(line.firmness()));
        if (surfacing != null) {
            json.put("surfaced", text(surfacing.surfaced()));
            json.put("one_agency_alone", text(surfacing.oneAgency()));
            json.put("lead_days", surfacing.leadInDays().orElse(null));
            json.put("one_file_alone", text(surfacing.oneCase()));
            json.put("lead_over_files_days", surfacing.leadOverCasesInDays().orElse(null));
        }
        Brief brief = Brief.of(line, name);
        json.put("summary", brief.paragraph());
        json.put("evidence_for", brief.supporting());
        json.put("evidence_against", brief.against());
        json.put("would_change", brief.wouldChange());
        json.put("explained", brief.explained());
        json.put("on_block_list", BlockList.within(line.episodes()));
        json.put("missing", brief.missing());
        json.put("ties", line.ties().stream().map(LineJson::tie).toList());
        json.put("explained_ties", line.explained().stream().map(LineJson::tie).toList());
        json.put("episodes", line.episodes().stream().map(LineJson::episode).toList());
        json.put("explanation", line.explanation().toMap());
        return json;
    }

    private static Map<String, Object> firmness(Line.Firmness firmness) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stability", firmness.stability());
        json.put("rewired_worlds", firmness.worlds());
        json.put("as_strong_by_chance", firmness.asStrong());
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, @Nullable Object> tie(Line.ShownTie tie) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("one", tie.one());
        json.put("other", tie.other());
        json.put("days", tie.days());
        json.put("agencies", tie.agencies());
        json.put("sources", tie.sources());
        json.put("grades", tie.grades());
        json.put("oldest", text(tie.oldest()));
        json.put("newest", text(tie.newest()));
        json.put("reason", tie.reason());
        json.put("bits", tie.explanation().bits());
        return json;
    }

    static Map<String, @Nullable Object> episode(Episode episode) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("record", episode.id());
        json.put("kind", episode.kind());
        json.put("day", episode.day().toString());
        json.put("until", episode.until().toString());
        json.put("known", episode.known().toString());
        json.put("agency", episode.agency());
        json.put("place", episode.place());
        json.put(
                "parts",
                episode.parts().stream()
                        .map(part -> List.of(
                                part.subject(), part.role(), part.bearing().name()))
                        .toList());
        json.put(
                "sources",
                episode.sources().stream()
                        .map(source -> List.of(source.record(), source.agency(), source.grade()))
                        .toList());
        return json;
    }
}
