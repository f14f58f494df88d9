package clew.core.standard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of an address or of a place's name in one writing, without a gazetteer: {@code Flat 2, 14 High St}, {@code 14 High Street Flat 2} and {@code 14 HIGH STREET, FLAT 2} are
 * {@code flat 2, 14 high st}. Case, accents, signs, usual abbreviations and the order of the parts make no difference; every number of a house, flat, unit or floor does, and so does
 * every other word. Postcode, town and area are taken off where they are known. Immutable.
 *
 * @param units parts of a building, such as {@code flat 2} or {@code first floor}
 * @param parts all other parts, each with its house number in front
 */
public record PlaceText(SortedSet<String> units, SortedSet<String> parts) {
    private static final Pattern PART = Pattern.compile("[,;\\n\\r]+");
    private static final Pattern INSIDE_WORD = Pattern.compile("[\\p{M}'\u2018\u2019`]");
    private static final Pattern RANGE = Pattern.compile("(?<=\\d)\\s*[-\u2013]\\s*(?=\\d)");
    private static final Pattern POSTCODE = Pattern.compile("\\b[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[a-z]{2}\\b");
    private static final String A_NUMBER = "\\d+\\p{L}?(?:[-/]\\d+\\p{L}?)*";
    private static final Pattern WORD = Pattern.compile("\\d+\\p{L}?\\b(?:[-/]\\d+\\p{L}?\\b)*|[\\p{L}\\p{N}]+");
    private static final String FLOOR = "floor";
    private static final PlaceWords WORDS = PlaceWords.shipped();

    public PlaceText {
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
    }

    /** The address of a place: the whole in one line, or else house and street; with nothing in it where there is neither. */
    public static PlaceText of(StandardRecord place) {
        List<String> localities = Stream.of(PlaceShape.TOWN, PlaceShape.AREA)
                .flatMap(field -> place.texts(field).stream())
                .toList();
        String address = String.join(", ", place.texts(PlaceShape.ADDRESS));
        String house = String.join(" ", place.texts(PlaceShape.HOUSE_NUMBER));
        String street = String.join(" ", place.texts(PlaceShape.STREET));
        return read(address.isBlank() ? house + ", " + street : address, localities);
    }

    /** The number or name of a house, as it stands in a field of its own. */
    public static PlaceText house(String text) {
        return read(text, List.of());
    }

    /**
     * Reads a text.
     *
     * @param localities towns and areas in which it lies, which it may name too
     */
    public static PlaceText read(String text, Collection<String> localities) {
        SortedSet<String> units = new TreeSet<>();
        List<List<String>> parts = new ArrayList<>();
        for (String part : PART.split(POSTCODE.matcher(folded(text)).replaceAll(" "))) {
            List<String> rest = rest(words(part), units);
            if (!rest.isEmpty()) {
                parts.add(rest);
            }
        }
        localities.forEach(locality -> takeOff(parts, rest(words(folded(locality)), new TreeSet<>())));
        SortedSet<String> whole = new TreeSet<>();
        withNumbersInFront(parts).forEach(part -> whole.add(String.join(" ", part)));
        return new PlaceText(units, whole);
    }

    /** All of it, such as {@code flat 2, 14 high st}; empty where the text says nothing. */
    public String whole() {
        return String.join(", ", Stream.concat(units.stream(), parts.stream()).toList());
    }

    /** The token by which a house and its postcode are one place wherever they stand: {@code place:HM4 2AB 14}. */
    public String at(String postcode) {
        return "place:" + postcode + " " + whole();
    }

    /** Whether it tells one building or a part of one: a number and a word. */
    public boolean isAddress() {
        boolean numbered = !units.isEmpty() || parts.stream().anyMatch(part -> isNumber(part.split(" ")[0]));
        return numbered
                && parts.stream().anyMatch(part -> Stream.of(part.split(" ")).anyMatch(word -> !isNumber(word)));
    }

    /** Whether it has nothing but the number of a part of a building. */
    public boolean isUnit() {
        return !units.isEmpty() && parts.isEmpty();
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return RANGE.matcher(INSIDE_WORD.matcher(plain).replaceAll("")).replaceAll("-");
    }

    private static List<String> words(String part) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(part);
        while (word.find()) {
            String found = word.group();
            int last = words.size() - 1;
            if (isLetter(found) && last >= 0 && words.get(last).matches("\\d+")) {
                words.set(last, words.get(last) + found);
            } else {
                words.add(isNumber(found) ? found.replaceFirst("^0+(?=\\d)", "") : found);
            }
        }
        return words;
    }

    /** What is no part of a building, in one writing; the parts of a building go to the units. */
    private static List<String> rest(List<String> words, SortedSet<String> units) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (WORDS.isStorey(word) && WORDS.isUnit(next)) {
                units.add(WORDS.storey(word) + " " + FLOOR);
                i += i + 2 < words.size() && WORDS.unit(next).equals(FLOOR) && WORDS.isUnit(words.get(i + 2)) ? 2 : 1;
            } else if (WORDS.isUnit(word) && isOfUnit(next)) {
                units.add(WORDS.unit(word) + " " + WORDS.number(next));
                i++;
            } else if (WORDS.isUnit(word)) {
                rest.add(WORDS.unit(word));
            } else if (!WORDS.isDropped(word)) {
                rest.add(WORDS.written(word));
            }
        }
        return rest.isEmpty() && units.isEmpty() ? words : rest;
    }

    /** Where a part names the place in which all lies, or ends with it, that goes; unless nothing but numbers were left. */
    private static void takeOff(List<List<String>> parts, List<String> locality) {
        for (int i = parts.size() - 1; i >= 0 && !locality.isEmpty(); i--) {
            List<String> part = parts.get(i);
            int from = part.size() - locality.size();
            if (from < 0 || !part.subList(from, part.size()).equals(locality)) {
                continue;
            }
            List<List<String>> left = new ArrayList<>(parts);
            left.set(i, part.subList(0, from));
            if (left.stream().anyMatch(other -> other.stream().anyMatch(word -> !isNumber(word)))) {
                parts.set(i, part.subList(0, from));
            }
        }
        parts.removeIf(List::isEmpty);
    }

    /** A number alone belongs to the part behind it, or before it where it is the last; one at the end of a part goes to its front. */
    private static List<List<String>> withNumbersInFront(List<List<String>> parts) {
        List<List<String>> whole = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (List<String> part : parts) {
            if (part.stream().allMatch(PlaceText::isNumber)) {
                numbers.addAll(part);
            } else {
                List<String> ordered = numberInFront(part);
                ordered.addAll(0, numbers);
                numbers.clear();
                whole.add(ordered);
            }
        }
        if (!numbers.isEmpty() && whole.isEmpty()) {
            whole.add(numbers);
        } else if (!numbers.isEmpty()) {
            whole.get(whole.size() - 1).addAll(0, numbers);
        }
        return whole;
    }

    private static List<String> numberInFront(List<String> part) {
        List<String> ordered = new ArrayList<>(part);
        int last = ordered.size() - 1;
        if (isNumber(ordered.get(last)) && !isNumber(ordered.get(0))) {
            ordered.add(0, ordered.remove(last));
        }
        return ordered;
    }

    private static boolean isNumber(String word) {
        return word.matches(A_NUMBER);
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }

    private static boolean isOfUnit(String word) {
        return isNumber(word) || isLetter(word) || !WORDS.number(word).equals(word);
    }
}
