package clew.app.cli;

import clew.app.access.Agencies;
import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.access.Users;
import clew.app.identity.StoredModels;
import clew.app.intake.ImportReport;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Progress;
import clew.app.intake.Restriction;
import clew.app.intake.SharingRules;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.Store;
import clew.app.web.Demonstration;
import clew.core.simulate.RegionSettings;
import clew.core.simulate.Simulated;
import clew.core.simulate.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A simulated region, brought into a store step by step; each step is skipped or repeated safely when an earlier run was cut off. */
final class DemoRegion {

    private static final String PASSWORD = "fictional-region";
    private static final String STEWARD = "priya.nair";
    /** Inhabitants from which on a region learns a model of its own. */
    private static final int MANY = 100_000;

    private static final Map<String, Kind> KINDS = Map.of(
            "police", Kind.POLICE,
            "hospitals", Kind.HEALTH,
            "childrens-services", Kind.SOCIAL_CARE,
            "schools", Kind.EDUCATION,
            "licensing", Kind.LICENSING);

    private final Path directory;
    private final RegionSettings settings;
    private final List<Demonstration.User> users = new ArrayList<>();
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    DemoRegion(Path directory, int people, long seed) {
        this.directory = directory;
        this.settings = new RegionSettings(people, seed).withRecurring(1);
    }

    /** Makes the region known to the store and joins it, or finds that this was done. */
    Demonstration in(Store store, PrintWriter print) throws IOException {
        Path done = directory.resolve("demonstration.txt");
        String wanted = "people " + settings.people() + ", seed " + settings.seed();
        String found = Files.exists(done) ? Files.readString(done) : wanted;
        if (!found.equals(wanted)) {
            throw new IllegalStateException("expected a demonstration of " + wanted + " in " + directory + ", found "
                    + found + ": name another folder with --data, or remove this one");
        }
        Files.createDirectories(directory.resolve("region"));
        List<Sent> files = Files.exists(done) ? sent() : simulate(print);
        setUp(new Agencies(store.engine()), files);
        if (!Files.exists(done)) {
            load(store, files, print);
            Files.writeString(done, wanted);
        }
        return new Demonstration(users, PASSWORD);
    }

    /** An extract as it lies in the folder. */
    private record Sent(String agency, Path file, Path map) {}

    private List<Sent> simulate(PrintWriter print) throws IOException {
        say(print, String.format(Locale.UK, "Simulating %,d people, seed %d ...", settings.people(), settings.seed()));
        Simulated simulated = Simulation.run(settings, this::open, (done, all, records) -> {});
        say(
                print,
                String.format(
                        Locale.UK,
                        "  %d authorities, %,d rows in %d extracts of %d agencies",
                        simulated.authorities(),
                        simulated.rows(),
                        simulated.files().size(),
                        simulated.files().stream()
                                .map(Simulated.File::agency)
                                .distinct()
                                .count()));
        return sent();
    }

    private OutputStream open(String name) throws IOException {
        Path file = directory.resolve("region").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }

    private List<Sent> sent() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("region/extracts"))) {
            return files.filter(file -> file.toString().endsWith(".map.yaml"))
                    .sorted()
                    .map(map -> new Sent(
                            Objects.requireNonNull(map.getParent())
                                    .getFileName()
                                    .toString(),
                            extractOf(map),
                            map))
                    .toList();
        }
    }

    private static Path extractOf(Path map) {
        String name = map.getFileName().toString().replace(".map.yaml", "");
        return Stream.of(".csv", ".jsonl", ".xlsx")
                .map(ending -> map.resolveSibling(name + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected an extract beside " + map + ", found none"));
    }

    private void setUp(Agencies agencies, List<Sent> files) {
        int partnership = agencies.partnership("simulated-region", "Simulated region safeguarding partnership");
        for (String slug : files.stream().map(Sent::agency).distinct().toList()) {
            agencies.agency(partnership, slug, name(slug), kind(slug));
        }
        user(
                agencies,
                files,
                "-childrens-services",
                "sam.okafor",
                "Sam Okafor",
                "hub decision maker",
                Role.HUB_DECISION_MAKER);
        user(agencies, files, "-childrens-services", STEWARD, "Priya Nair", "data steward", Role.DATA_STEWARD);
        user(agencies, files, "-childrens-services", "tom.reese", "Tom Reese", "social worker", Role.PRACTITIONER);
        user(agencies, files, "-police", "jo.marsh", "Jo Marsh", "intelligence analyst", Role.ANALYST);
        user(agencies, files, "-police", "ana.lewis", "Ana Lewis", "auditor, who reads no case", Role.AUDITOR);
        user(agencies, files, "-childrens-services", "mia.grant", "Mia Grant", "supervisor", Role.SUPERVISOR);
        user(agencies, files, "-police", "lee.hart", "Lee Hart", "supervisor", Role.SUPERVISOR);
        user(agencies, files, "-licensing", "dev.shah", "Dev Shah", "licensing officer", Role.LICENSING_OFFICER);
        user(
                agencies,
                files,
                "-childrens-services",
                "ruth.cole",
                "Ruth Cole",
                "information-governance lead",
                Role.INFORMATION_GOVERNANCE_LEAD);
        user(
                agencies,
                files,
                "-childrens-services",
                "ada.frost",
                "Ada Frost",
                "system administrator, who reads no case",
                Role.SYSTEM_ADMINISTRATOR);
    }

    private void user(
            Agencies agencies, List<Sent> files, String ending, String name, String shown, String job, Role role) {
        Optional<String> agency = files.stream()
                .map(Sent::agency)
                .filter(slug -> slug.endsWith(ending))
                .findFirst();
        agency.ifPresent(slug -> {
            agencies.user(agencies.find(slug).orElseThrow(), name, shown, encoder, PASSWORD, role);
            users.add(new Demonstration.User(name, shown + ", " + job, name(slug)));
        });
    }

    private static Kind kind(String slug) {
        return KINDS.entrySet().stream()
                .filter(entry -> slug.endsWith("-" + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.CHARITY);
    }

    private static String name(String slug) {
        String words = Arrays.stream(slug.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return words.replace("Childrens Services", "children's services")
                .replace("Hospitals", "hospitals")
                .replace("Schools", "schools")
                .replace("Licensing", "licensing");
    }

    /** Police let others see what they recorded, and the authorities' children's services their graded items too, for two years. */
    private static void authorise(Store store, List<Sent> files) {
        SharingRules rules = new SharingRules(store.engine());
        Agencies agencies = new Agencies(store.engine());
        List<String> slugs = files.stream().map(Sent::agency).distinct().toList();
        for (String police :
                slugs.stream().filter(slug -> kind(slug) == Kind.POLICE).toList()) {
            int from = agencies.find(police).orElseThrow();
            rules.authorise(authority(from, null, Restriction.PART_3));
            slugs.stream()
                    .filter(slug -> kind(slug) == Kind.SOCIAL_CARE)
                    .forEach(slug -> rules.authorise(
                            authority(from, agencies.find(slug).orElseThrow(), Restriction.PART_3_INTELLIGENCE)));
        }
    }

    private static SharingRules.Authority authority(int from, @Nullable Integer to, Restriction what) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return new SharingRules.Authority(
                from,
                to,
                "Alex Rowan (simulated)",
                "Detective Superintendent, head of public protection",
                "DPA 2018 section 36(4); Children Act 2004 section 11",
                today,
                today.plusYears(2),
                what);
    }

    private void load(Store store, List<Sent> files, PrintWriter print) throws IOException {
        Intake intake = Intake.into(store, Clock.systemUTC(), 5_000);
        long rows = 0;
        long quarantined = 0;
        authorise(store, files);
        say(print, "Importing each agency's own extracts ...");
        for (Sent sent : files) {
            ImportReport report = importOne(intake, sent);
            rows += report.rows();
            quarantined += report.quarantined();
        }
        say(
                print,
                String.format(Locale.UK, "  %,d rows imported, %,d of them waiting in quarantine", rows, quarantined));
        if (settings.people() > MANY) {
            learn(store, print);
        }
        say(print, "Joining the records of each person ...");
        PictureRun.run("join", store, print);
    }

    /** The model that ships was learnt from few; the records of many have other frequencies, and blocks that grew. */
    private void learn(Store store, PrintWriter print) {
        say(print, "Learning from these records who is who ...");
        StoredModels models = new StoredModels(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC());
        UUID steward = new Users(store.engine()).find(STEWARD).orElseThrow();
        models.putInForce(models.train("clew demo"), steward, "learnt from the records of this region");
    }

    private static void say(PrintWriter print, String line) {
        print.println(line);
        print.flush();
    }

    private static ImportReport importOne(Intake intake, Sent sent) throws IOException {
        try {
            return intake.run(
                    new ImportRequest(sent.file(), sent.agency(), Mapping.read(sent.map()), null, false),
                    Progress.SILENT);
        } catch (MappingInvalid e) {
            throw new IllegalStateException("expected the simulator's own mapping to fit, found " + e.getMessage(), e);
        }
    }
}
