package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Part;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Source;
import clew.app.groups.Found.Tie;
import clew.app.groups.Subjects.Told;
import clew.core.explain.Explanation;
import clew.core.network.SubjectKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws the parts of a made-up line again and again for a few seconds after the start, aside: who opens the first line does not wait for classes to be loaded, templates to be read
 * and the program to be compiled. Nothing of it is shown or kept.
 */
@Component
@ConditionalOnProperty("clew.pages.warm")
class WarmPages {
    private static final Duration MOST = Duration.ofSeconds(4);
    private static final int ROUNDS = 60;
    private static final List<Side> SIDES = List.of(
            Side.ADULT,
            Side.ADULT,
            Side.CHILD,
            Side.CHILD,
            Side.CHILD,
            Side.UNKNOWN,
            Side.THING,
            Side.PLACE,
            Side.PLACE);

    private final ITemplateEngine templates;

    WarmPages(ITemplateEngine templates) {
        this.templates = templates;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform()
                .name("warm pages")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::draw);
    }

    private void draw() {
        long until = System.nanoTime() + MOST.toNanos();
        String text = JsonMapper.shared().writeValueAsString(made());
        for (int round = 0; round < ROUNDS && System.nanoTime() < until; round++) {
            draw(JsonMapper.shared().readValue(text, Found.class));
        }
    }

    /** Draws every part that leads nowhere, as a page does; returns how many letters that are. */
    int draw(Found found) {
        LineWords words = new LineWords(found, told(found));
        LineTables tables = new LineTables(found, words);
        int letters = LineDoubts.of(found, words, told(found)).missing().size();
        for (int width : List.of(LineTimes.WIDE, LineTimes.NARROW)) {
            letters += part("graph", Map.of("graph", LineGraph.of(found, words, width), "classes", "clew-graph"));
            letters += part("times", Map.of("times", LineTimes.of(found, words, width)));
            letters += part("map", Map.of("map", LineMap.of(found, words, Map.of(), width), "classes", "clew-graph"));
        }
        letters += part("ties", Map.of("ties", tables.ties(true), "caption", "Ties", "explained", false));
        letters += part("episodes", Map.of("episodes", tables.episodes(), "caption", "Episodes"));
        return letters
                + part(
                        "areas",
                        Map.of(
                                "rows",
                                LineMap.of(found, words, Map.of(), LineTimes.WIDE)
                                        .rows()));
    }

    private int part(String fragment, Map<String, Object> with) {
        Context context = new Context();
        context.setVariables(with);
        return templates.process("line-parts", Set.of(fragment), context).length();
    }

    private static Map<UUID, Told> told(Found found) {
        Map<UUID, Told> told = new HashMap<>();
        found.members()
                .forEach(member -> told.put(
                        member.subject(),
                        new Told(
                                member.subject(),
                                "person",
                                "Made up " + member.subject(),
                                "Agency",
                                "police",
                                List.of())));
        return told;
    }

    /** Everybody with everybody, on a day in each of some months, at one of two places. */
    static Found made() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < SIDES.size(); i++) {
            Side side = SIDES.get(i);
            SubjectKind kind = side == Side.PLACE
                    ? SubjectKind.PLACE
                    : side == Side.THING ? SubjectKind.VEHICLE : SubjectKind.PERSON;
            members.add(new Member(new UUID(0, i), kind, side, List.of(new UUID(0, i)), false));
        }
        List<Member> there =
                members.stream().filter(member -> member.side() != Side.PLACE).toList();
        List<Part> parts = there.stream()
                .map(member -> new Part(member.subject(), "present", false))
                .toList();
        List<Episode> episodes = new ArrayList<>();
        for (int month = 1; month <= 9; month++) {
            LocalDate day = LocalDate.of(2025, month, month);
            UUID record = new UUID(1, month);
            UUID place = new UUID(0, SIDES.size() - 1 - month % 2);
            episodes.add(new Episode(
                    record,
                    "sighting",
                    day,
                    day,
                    day,
                    "police",
                    place,
                    parts,
                    List.of(new Source(record, "police", ""))));
        }
        List<UUID> records = episodes.stream().map(Episode::record).toList();
        List<Tie> ties = new ArrayList<>();
        for (Member one : there) {
            for (Member other : there) {
                if (one.subject().compareTo(other.subject()) < 0) {
                    ties.add(new Tie(
                            one.subject(),
                            other.subject(),
                            records.size(),
                            null,
                            false,
                            records,
                            List.of("police"),
                            Explanation.leaf(0, "made up")));
                }
            }
        }
        return new Found(members, episodes, ties);
    }
}
