package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A4: identifiers that cannot hold a bad value. */
class A4IdentifiersTest {

    /** The type that keeps each row of the published rules. */
    private static final Map<String, IdentifierType<?>> TYPES = types();

    private static Map<String, IdentifierType<?>> types() {
        Map<String, IdentifierType<?>> types = new LinkedHashMap<>();
        types.put("NHS", NhsNumber.TYPE);
        types.put("UPN", Upn.TYPE);
        types.put("ULN", Uln.TYPE);
        types.put("UPRN", Uprn.TYPE);
        types.put("USRN", Usrn.TYPE);
        types.put("NINO", Nino.TYPE);
        types.put("PNCID", PncId.TYPE);
        types.put("CRO", Cro.TYPE);
        types.put("CROSF", Cro.TYPE);
        types.put("ASN", ArrestSummonsNumber.TYPE);
        types.put("DL-GB", DriverNumber.TYPE);
        types.put("DL-NI", DriverNumber.TYPE);
        types.put("VRM-CUR", VehicleRegistration.TYPE);
        types.put("VRM-PRE", VehicleRegistration.TYPE);
        types.put("VRM-SUF", VehicleRegistration.TYPE);
        types.put("VRM-OLD", VehicleRegistration.TYPE);
        types.put("VIN", Vin.TYPE);
        types.put("IMEI", Imei.TYPE);
        types.put("IMSI", Imsi.TYPE);
        types.put("ICCID", Iccid.TYPE);
        types.put("MOB-UK", PhoneNumber.TYPE);
        types.put("TEL-UK", PhoneNumber.TYPE);
        types.put("POSTCODE", Postcode.TYPE);
        types.put("GSS", GssCode.TYPE);
        types.put("DFE-LA", DfeAuthorityCode.TYPE);
        types.put("URN", SchoolUrn.TYPE);
        types.put("ODS", OdsCode.TYPE);
        types.put("PNCFORCE", PncForceCode.TYPE);
        types.put("CRIMENO", CrimeReference.TYPE);
        types.put("LACHILD", LaChildId.TYPE);
        types.put("EMAIL", EmailAddress.TYPE);
        return types;
    }

    static Stream<IdentifierType<?>> everyType() {
        return TYPES.values().stream().distinct();
    }

    @Test
    void every_published_rule_has_a_type_that_reads_its_examples() {
        List<Code> rules = CodeLists.named("identifier_rule").codes();
        assertThat(rules).extracting(Code::code).containsExactlyElementsOf(TYPES.keySet());
        for (Code rule : rules) {
            for (String example : examples(rule)) {
                assertThat(TYPES.get(rule.code()).read(example))
                        .as(rule.code() + " " + example)
                        .isInstanceOf(Reading.Known.class);
            }
        }
    }

    private static List<String> examples(Code rule) {
        String column = rule.detail("valid_example");
        return Arrays.stream(column.split(";"))
                .map(text -> text.replaceAll("\\(.*\\)| is the.*", "").strip())
                .filter(text -> !text.isEmpty() && !text.startsWith("unverified"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "NHS, 943 476 5919, 9434765919",
        "NHS, 943-476-5919, 9434765919",
        "NHS, 9990000018, 9990000018",
        "UPN, a950000178301, A950000178301",
        "UPN, H243278544154, H243278544154",
        "ULN, 1234567899, 1234567899",
        "UPRN, 000010023336, 10023336",
        "UPRN, 100023336956, 100023336956",
        "USRN, 2049 9999, 20499999",
        "NINO, qq 12 34 56 c, QQ123456C",
        "NINO, AB123456, AB123456",
        "PNCID, 2003/1234567q, 2003/1234567Q",
        "PNCID, 03/1234567Q, 2003/1234567Q",
        "PNCID, 20031234567Q, 2003/1234567Q",
        "PNCID, 031234567Q, 2003/1234567Q",
        "CRO, 123456/99L, 123456/99L",
        "CROSF, sf83/12345g, SF83/12345G",
        "ASN, 26/13XX/01/123R, 26/13XX/01/00000000123R",
        "ASN, 2613XX0100000000123R, 26/13XX/01/00000000123R",
        "DL-GB, MORGA 657054 SM9IJ, MORGA657054SM9IJ",
        "DL-GB, MORGA657054SM9IJ35, MORGA657054SM9IJ35",
        "DL-NI, 12345678, 12345678",
        "VRM-CUR, ab12 cde, AB12CDE",
        "VRM-PRE, A123 BCD, A123BCD",
        "VRM-SUF, ABC 123D, ABC123D",
        "VRM-OLD, AIZ 1234, AIZ1234",
        "VIN, 1m8gdm9axkp042788, 1M8GDM9AXKP042788",
        "IMEI, 49-015420-323751-8, 490154203237518",
        "IMEI, 4901542032375101, 490154203237518",
        "IMSI, 234159999999999, 234159999999999",
        "ICCID, 8944 0000 0000 0000 001, 8944000000000000001",
        "MOB-UK, 07700 900123, +447700900123",
        "MOB-UK, +44 (0)7700 900123, +447700900123",
        "MOB-UK, 00447700900123, +447700900123",
        "TEL-UK, 01632 960001, +441632960001",
        "TEL-UK, (01632) 960-001, +441632960001",
        "MOB-UK, +33 1 42 68 53 00, +33142685300",
        "POSTCODE, sw1a1aa, SW1A 1AA",
        "POSTCODE, M1 1AE, M1 1AE",
        "POSTCODE, GIR0AA, GIR 0AA",
        "GSS, e08000025, E08000025",
        "DFE-LA, 330, 330",
        "DFE-LA, 815, 815",
        "URN, 100000, 100000",
        "ODS, a99999, A99999",
        "PNCFORCE, 93, 93",
        "CRIMENO, 13xx/0001/26, 13XX/0001/26",
        "LACHILD, aB12, aB12",
        "EMAIL, Name@Example.ORG, Name@example.org"
    })
    void reads_what_people_write_into_one_canonical_form(String rule, String written, String canonical) {
        assertThat(TYPES.get(rule).read(written).orThrow().text()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "NHS, 9434765918",
        "NHS, 943476591",
        "NHS, 94347659190",
        "NHS, 943476591O",
        "UPN, B950000178301",
        "UPN, A95000017830",
        "UPN, I950000178301",
        "ULN, 1234567890",
        "ULN, 0234567899",
        "UPRN, 0000",
        "UPRN, 1234567890123",
        "USRN, 1234567",
        "NINO, BG123456C",
        "NINO, DA123456C",
        "NINO, AO123456C",
        "NINO, OO123456C",
        "NINO, FY123456C",
        "NINO, QQ123456E",
        "PNCID, 2003/1234567A",
        "PNCID, 1003/1234567Q",
        "PNCID, 2003/12345678Q",
        "PNCID, 031234Q",
        "CRO, 123456/99A",
        "CRO, 1234567/99L",
        "CROSF, SF83/12345H",
        "CROSF, SF83/1234567G",
        "ASN, 26/13XX/01/123C",
        "ASN, 26/13X/01/123R",
        "DL-GB, MORGA663054SM9IJ",
        "DL-GB, MORGA657004SM9IJ",
        "DL-GB, 99999657054SM9IJ",
        "DL-GB, MORGA657054SM9I",
        "DL-NI, 1234567",
        "VRM-CUR, AB12CDEF",
        "VRM-CUR, AB123CDE",
        "VRM-PRE, A1234BCD",
        "VRM-SUF, ABCD123D",
        "VRM-OLD, ABCDE",
        "VIN, 1M8GDM9AXKP04278",
        "VIN, IM8GDM9AXKP042788",
        "IMEI, 490154203237519",
        "IMEI, 49015420323751",
        "IMSI, 2341599999999",
        "ICCID, 8944000000000000002",
        "ICCID, 7944000000000000001",
        "MOB-UK, 07700 90012",
        "MOB-UK, 12345",
        "TEL-UK, 0500 123",
        "MOB-UK, +33 1",
        "POSTCODE, SW1A 1A",
        "POSTCODE, QA1 1AA",
        "POSTCODE, SW1A 1CA",
        "GSS, X08000025",
        "GSS, E0800002",
        "DFE-LA, 999",
        "URN, 12345",
        "ODS, AB",
        "PNCFORCE, 99X",
        "CRIMENO, 1/2",
        "LACHILD, with/slash",
        "EMAIL, name.example.org",
        "EMAIL, a@b",
        "EMAIL, a b@example.org"
    })
    void says_what_was_expected_and_found_of_a_broken_one(String rule, String broken) {
        Reading<?> reading = TYPES.get(rule).read(broken);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(((Reading.Unreadable<?>) reading).found()).isEqualTo(broken);
        assertThat(((Reading.Unreadable<?>) reading).expected()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void blank_and_unknown_are_gaps_not_values(IdentifierType<?> type) {
        assertThat(type.read("  ")).isEqualTo(Reading.absent(WhyMissing.NOT_RECORDED));
        assertThat(type.read("Not known")).isEqualTo(Reading.absent(WhyMissing.NOT_KNOWN));
        assertThat(type.read("REFUSED")).isEqualTo(Reading.absent(WhyMissing.DECLINED));
    }

    /** For each rule with a check: a good one, and the positions that its check covers. */
    @ParameterizedTest
    @CsvSource({
        "NHS, 9434765919, 0, 10, all",
        "NHS, 9990000042, 0, 10, all",
        "UPN, A950000178301, 1, 13, all",
        "UPN, H243278544154, 1, 13, all",
        "ULN, 1234567899, 0, 10, all",
        "PNCID, 2003/1234567Q, 2, 12, all",
        "CRO, 123456/99L, 0, 9, all",
        "CROSF, SF83/12345G, 2, 10, all",
        "ASN, 26/13XX/01/00000000123R, 9, 22, all",
        "IMEI, 490154203237518, 0, 15, luhn",
        "ICCID, 8944000000000000001, 2, 19, luhn"
    })
    void a_check_finds_every_changed_digit_and_every_swap_of_neighbours(
            String rule, String good, int from, int to, String kind) {
        IdentifierType<?> type = TYPES.get(rule);
        assertThat(type.readCanonical(good)).isInstanceOf(Reading.Known.class);
        for (int i = from; i < to; i++) {
            if (Character.isDigit(good.charAt(i))) {
                everyOtherDigitIsFound(type, good, i);
                swapIsFound(type, good, i, kind.equals("luhn"));
            }
        }
    }

    private static void everyOtherDigitIsFound(IdentifierType<?> type, String good, int at) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != good.charAt(at)) {
                String bad = good.substring(0, at) + digit + good.substring(at + 1);
                assertThat(type.read(bad)).as(bad).isInstanceOf(Reading.Unreadable.class);
            }
        }
    }

    private static void swapIsFound(IdentifierType<?> type, String good, int at, boolean luhn) {
        boolean neighbour = at + 1 < good.length() && Character.isDigit(good.charAt(at + 1));
        if (!neighbour || good.charAt(at) == good.charAt(at + 1)) {
            return;
        }
        String pair = good.substring(at, at + 2);
        String bad = good.substring(0, at) + pair.charAt(1) + pair.charAt(0) + good.substring(at + 2);
        boolean blind = luhn && (pair.equals("09") || pair.equals("90"));
        assertThat(type.read(bad)).as(bad).isInstanceOf(blind ? Reading.Known.class : Reading.Unreadable.class);
    }

    @Test
    void the_letters_of_police_numbers_are_checked_too() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            assertThat(PncId.read("2003/1234567" + letter) instanceof Reading.Known)
                    .isEqualTo(letter == 'Q');
            assertThat(Cro.read("123456/99" + letter) instanceof Reading.Known).isEqualTo(letter == 'L');
            assertThat(Upn.read(letter + "950000178301") instanceof Reading.Known)
                    .isEqualTo(letter == 'A');
        }
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void no_identifier_can_be_made_that_its_own_type_would_refuse(IdentifierType<?> type) {
        Pattern pattern = Pattern.compile(type.pattern().orElseThrow());
        Random random = new Random(20260722);
        for (int i = 0; i < 20_000; i++) {
            String text = mutated(type.example(), random);
            if (type.read(text) instanceof Reading.Known<? extends Identifier> known) {
                String canonical = known.value().text();
                assertThat(canonical).matches(pattern);
                assertThat(type.readCanonical(canonical)).as(canonical).isEqualTo(known);
                assertThat(type.read(canonical)).as(canonical).isEqualTo(known);
            }
        }
    }

    private static String mutated(String example, Random random) {
        String letters = "ABQXZ0123456789/ -@.+é\u0000\uD83D";
        StringBuilder text = new StringBuilder(example);
        IntStream.range(0, random.nextInt(3)).forEach(change -> {
            int at = random.nextInt(text.length());
            text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
        });
        return random.nextInt(4) == 0 ? text.substring(random.nextInt(text.length())) : text.toString();
    }

    @Test
    void constructors_refuse_what_breaks_the_rule() {
        assertThatThrownBy(() -> new NhsNumber("9434765918"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an NHS number with a right check digit, found 9434765918");
        assertThatThrownBy(() -> new Postcode("SW1A1AA")).hasMessageContaining("found SW1A1AA");
        assertThatThrownBy(() -> new PhoneNumber("07700900123")).hasMessageContaining("expected a telephone number");
    }

    @Test
    void numbers_kept_for_demonstration_are_known_as_such() {
        assertThat(new Nino("QQ123456C").isDemonstration()).isTrue();
        assertThat(new Nino("AB123456C").isDemonstration()).isFalse();
        assertThat(new NhsNumber("9990000018").isDemonstration()).isTrue();
        assertThat(new PhoneNumber("+447700900999").isDemonstration()).isTrue();
        assertThat(new PhoneNumber("+441632960001").isDemonstration()).isTrue();
        assertThat(new PhoneNumber("+447700800999").isDemonstration()).isFalse();
    }

    @Test
    void a_driver_number_is_compared_with_surname_and_birth() {
        DriverNumber number = new DriverNumber("MORGA657054SM9IJ");
        assertThat(number.agreesWithSurname("Morgan")).isTrue();
        assertThat(number.agreesWithSurname("Moore")).isFalse();
        assertThat(number.agreesWithBirth(LocalDate.of(1964, 7, 5))).isTrue();
        assertThat(number.agreesWithBirth(LocalDate.of(1964, 5, 7))).isFalse();
        assertThat(new DriverNumber("MCDON657054SM9IJ").agreesWithSurname("MacDonald"))
                .isTrue();
        assertThat(new DriverNumber("LEE99657054SM9IJ").agreesWithSurname("Lee"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AB12CDE, CURRENT", "A123BCD, PREFIX", "Q123BCD, Q_PLATE", "ABC123D, SUFFIX", "AIZ1234, DATELESS"})
    void a_registration_knows_its_series(String mark, VehicleRegistration.Series series) {
        assertThat(new VehicleRegistration(mark).series()).isEqualTo(series);
    }

    @Test
    void a_code_of_an_authority_gives_its_rows() {
        assertThat(new DfeAuthorityCode("330").authorities())
                .extracting(Code::label)
                .containsExactly("Birmingham");
        assertThat(new PncForceCode("93").row().label()).isEqualTo("BTP");
    }
}
