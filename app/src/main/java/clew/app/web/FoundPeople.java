package clew.app.web;

import clew.app.identity.Age;
import clew.app.identity.PersonSearch;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in words.
 *
 * @param heading how many
 * @param sought what was sought
 * @param people on this page
 * @param pages one entry a page, when there is more than one
 * @param position which of the people these are; empty when all are on one page
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 * @param more do more people match than were looked at?
 */
record FoundPeople(
        String heading,
        String sought,
        List<Line> people,
        List<PageLink> pages,
        String position,
        @Nullable String previous,
        @Nullable String next,
        boolean more) {

    private static final int NEIGHBOURS = 3;
    private static final int MOST = 5;

    static FoundPeople of(SearchForm form, PersonSearch.Page page, String searchName) {
        long first = (long) (page.pageNumber() - 1) * page.pageSize() + 1;
        return new FoundPeople(
                heading(page),
                form.words(),
                page.people().stream().map(Line::of).toList(),
                links(page, searchName),
                page.pages() < 2
                        ? ""
                        : "People " + Words.number(first) + " to "
                                + Words.number(first + page.people().size() - 1) + " of " + Words.number(page.total())
                                + ", by name",
                page.pageNumber() > 1 && page.pages() > 1 ? address(searchName, page.pageNumber() - 1) : null,
                page.pageNumber() < page.pages() ? address(searchName, page.pageNumber() + 1) : null,
                page.more());
    }

    private static String heading(PersonSearch.Page page) {
        if (page.total() == 0) {
            return "Nobody found";
        }
        String people = Words.count(page.total(), "person", "people");
        return page.more() ? "Too many people found: " + people + " of them" : people + " found";
    }

    private static String address(String searchName, int number) {
        return "/persons?search=" + searchName + "&page=" + number;
    }

    private static List<PageLink> links(PersonSearch.Page page, String searchName) {
        if (page.pages() < 2) {
            return List.of();
        }
        return IntStream.rangeClosed(1, page.pages())
                .filter(number ->
                        number == 1 || number == page.pages() || Math.abs(number - page.pageNumber()) < NEIGHBOURS)
                .mapToObj(number -> new PageLink(
                        number,
                        address(searchName, number),
                        number == page.pageNumber(),
                        number == page.pages() && page.pageNumber() + NEIGHBOURS < number
                                || number == 1 + page.pageNumber() - NEIGHBOURS && number > 2))
                .toList();
    }

    /** Nobody has what was sought. */
    public boolean isEmpty() {
        return people.isEmpty();
    }

    /**
     * A link to another page of the list.
     *
     * @param number of the page
     * @param address of the page
     * @param current is it this page?
     * @param gapBefore are pages left out before it?
     */
    record PageLink(int number, String address, boolean current, boolean gapBefore) {}

    /**
     * One person found.
     *
     * @param address of the person's page
     * @param name shown
     * @param label of a child; empty for an adult
     * @param facts what tells people of one name apart
     */
    record Line(String address, String name, String label, List<Fact> facts) {

        static Line of(PersonSearch.Row row) {
            return new Line(
                    "/persons/" + row.record(),
                    row.name(),
                    label(row.age()),
                    List.of(
                            Fact.of(
                                    "Born",
                                    row.born().stream().map(Words::dates).toList(),
                                    "not recorded"),
                            Fact.of("Also recorded as", row.otherNames(), ""),
                            Fact.of("Place", row.places(), "not recorded"),
                            new Fact(
                                    "Records",
                                    Words.count(row.records(), "record", "records") + " from "
                                            + Words.list(row.agencies()))));
        }

        static String label(Age age) {
            return switch (age) {
                case CHILD -> "Child";
                case UNKNOWN -> "Age not known: treat as a child";
                case ADULT -> "";
            };
        }
    }

    /** A fact with its name; without words it is not shown. */
    record Fact(String title, String words) {

        static Fact of(String title, List<String> values, String whenNone) {
            return new Fact(title, values.isEmpty() ? whenNone : Words.some(values, MOST));
        }
    }
}
