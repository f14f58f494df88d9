package clew.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.ledger.Entry.Outcome;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of the ledger, on whatever server. */
abstract class LedgerLaws {

    private static final UUID CHILD = UUID.fromString("00000000-0000-4000-8000-00000000000c");

    @TempDir
    private Path folder;

    abstract DatabaseForTests database();

    @BeforeEach
    void an_empty_ledger() {
        owner().sql("truncate ledger.entry, ledger.search_terms, ledger.seal, ledger.anchor")
                .update();
    }

    @Test
    void an_entry_stays_when_the_transaction_around_it_fails() {
        assertThatThrownBy(() -> database().app().run(Rights.of(CHILD, Set.of()), sql -> {
                    ledger().enter(look());
                    throw new IllegalStateException("the page could not be drawn");
                }))
                .hasMessage("the page could not be drawn");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void an_entry_holds_what_was_looked_at_and_what_was_searched_for_only_encrypted() {
        Entry entry = new Entry(
                CHILD,
                7,
                "safeguarding children",
                "search",
                "role hub",
                Outcome.DONE,
                List.of(CHILD, new UUID(1, 2)),
                UUID.randomUUID(),
                "",
                "Amelia Hartley");
        UUID id = ledger().enter(entry);
        assertThat(owner().sql("select array_to_string(subjects, ' ') from ledger.entry where entry_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(CHILD + " " + new UUID(1, 2));
        byte[] kept = owner().sql("select terms from ledger.search_terms where entry_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
        SearchTerms terms = new SearchTerms(database().store().secrets().key("search-terms"));
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Amelia");
        assertThat(terms.decrypt(id, kept)).isEqualTo("Amelia Hartley");
        assertThatThrownBy(() -> terms.decrypt(UUID.randomUUID(), kept)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void search_terms_expire_and_the_entry_stays() {
        Entry base = look();
        ledger().enter(new Entry(
                base.user(), base.agency(), "p", "search", "g", Outcome.DONE, List.of(), base.request(), "", "Amelia"));
        assertThat(sealer().expireTerms()).isZero();
        owner().sql("update ledger.search_terms set expires_at = now() - interval '1 second'")
                .update();
        assertThat(sealer().expireTerms()).isEqualTo(1);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void a_ledger_that_cannot_be_written_says_so() {
        owner().sql("revoke insert (purpose) on ledger.entry from clew_app").update();
        try {
            assertThatThrownBy(() -> ledger().enter(look())).isInstanceOf(LedgerUnavailable.class);
        } finally {
            owner().sql("grant insert (purpose) on ledger.entry to clew_app").update();
        }
    }

    @Test
    void entries_made_at_once_are_numbered_without_a_gap_by_two_sealers_at_once() throws Exception {
        AtomicBoolean entering = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> enter(50)));
            }
            for (int server = 0; server < 2; server++) {
                threads.submit(() -> {
                    while (entering.get()) {
                        sealer().seal();
                    }
                });
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            entering.set(false);
        }
        sealer().seal();
        assertThat(verify()).isEqualTo(new Verdict.Whole(200, 0));
        assertThat(owner().sql("select max(seal_no) - min(seal_no) + 1 = count(*) from ledger.seal")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void the_first_changed_row_is_named() {
        List<UUID> ids = sealed(10);
        UUID changed = inOrder(4);
        owner().sql("update ledger.entry set purpose = 'another' where entry_id in (?, ?)")
                .params(changed, inOrder(8))
                .update();
        assertThat(ids).contains(changed);
        assertThat(verify())
                .isEqualTo(new Verdict.Broken(4, changed, "the entry as it was sealed", "an entry that was changed"));
    }

    @Test
    void a_deleted_row_is_named() {
        sealed(5);
        UUID third = inOrder(3);
        owner().sql("delete from ledger.entry where entry_id = ?").param(third).update();
        assertThat(verify()).isEqualTo(new Verdict.Broken(3, third, "the entry that was sealed", "no such entry"));
    }

    @Test
    void a_row_deleted_with_its_seal_leaves_a_gap_that_is_named() {
        sealed(5);
        owner().sql("delete from ledger.entry where entry_id = ?")
                .param(inOrder(2))
                .update();
        owner().sql("delete from ledger.seal where seal_no = 2").update();
        assertThat(verify()).isEqualTo(new Verdict.Broken(2, null, "row 2", "row 3"));
    }

    @Test
    void an_end_cut_off_behind_an_anchor_is_found_even_when_the_anchor_in_the_database_goes_too() {
        sealed(5);
        sealer().anchor();
        UUID last = inOrder(5);
        owner().sql("delete from ledger.seal where seal_no = 5").update();
        owner().sql("delete from ledger.entry where entry_id = ?").param(last).update();
        owner().sql("truncate ledger.anchor").update();
        assertThat(verify()).isEqualTo(new Verdict.Broken(5, null, "a chain of at least 5 rows", "4 rows"));
    }

    @Test
    void a_chain_rewritten_whole_contradicts_its_anchor() throws Exception {
        sealed(3);
        sealer().anchor();
        owner().sql("update ledger.entry set purpose = 'another' where entry_id = ?")
                .param(inOrder(1))
                .update();
        owner().sql("truncate ledger.seal, ledger.anchor").update();
        sealer().seal();
        assertThat(Files.readString(anchors())).startsWith("3 ");
        assertThat(verify()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.number()).isEqualTo(3);
            assertThat(broken.found()).isEqualTo("a chain that was rewritten");
        });
    }

    @Test
    void an_entry_that_was_never_sealed_is_found() {
        sealed(2);
        UUID slipped = UUID.randomUUID();
        owner().sql("""
                        insert into ledger.entry (entry_id, at, purpose, action, grant_used, request_id)
                        values (?, now() - interval '1 hour', 'p', 'a', 'g', gen_random_uuid())""").param(slipped).update();
        assertThat(sealer().seal()).isZero();
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.entry()).isEqualTo(slipped));
        assertThat(sealer().sweep()).isEqualTo(1);
        assertThat(verify()).isEqualTo(new Verdict.Whole(3, 0));
    }

    @Test
    void a_head_kept_elsewhere_convicts_whoever_rewrote_database_and_file_alike() throws Exception {
        Path share = java.nio.file.Files.createDirectory(folder.resolve("share"));
        Anchors both = new Anchors(List.of(anchors(), share.resolve("anchors.txt")));
        sealed(3);
        new Sealer(database().engine(), both).anchor();
        Path mail = Files.writeString(
                folder.resolve("mail.txt"), sealer().lastAnchor().orElseThrow());
        owner().sql("truncate ledger.entry, ledger.seal, ledger.anchor").update();
        Files.delete(anchors());
        assertThat(verify()).isEqualTo(new Verdict.Whole(0, 0));
        Verdict cutOff = new Verdict.Broken(1, null, "a chain of at least 3 rows", "0 rows");
        assertThat(new Verifier(database().engine(), both).verify()).isEqualTo(cutOff);
        assertThat(new Verifier(database().engine(), new Anchors(List.of(anchors())).and(List.of(mail))).verify())
                .isEqualTo(cutOff);
    }

    @Test
    void anchors_that_cannot_be_written_outside_are_still_written_inside() throws Exception {
        sealed(1);
        Sealer sealer = new Sealer(
                database().engine(), new Anchors(List.of(folder.resolve("no-such-share/anchors.txt"), anchors())));
        assertThatThrownBy(sealer::anchor).hasMessageContaining("no-such-share");
        assertThat(Files.readString(anchors())).startsWith("1 ");
    }

    @Test
    void two_rows_in_each_others_place_are_found_at_the_first() {
        sealed(5);
        UUID second = inOrder(2);
        UUID third = inOrder(3);
        owner().sql("alter table ledger.seal drop constraint seal_entry_id_key").update();
        owner().sql("""
                        update ledger.seal s set entry_id = o.entry_id, entry_at = o.entry_at
                          from ledger.seal o where (s.seal_no, o.seal_no) in ((2, 3), (3, 2))""").update();
        owner().sql("alter table ledger.seal add constraint seal_entry_id_key unique (entry_id)")
                .update();
        assertThat(inOrder(2)).isEqualTo(third).isNotEqualTo(second);
        assertThat(verify())
                .isEqualTo(new Verdict.Broken(2, third, "the entry as it was sealed", "an entry that was changed"));
    }

    @Test
    void a_row_forged_into_the_chain_is_found_by_its_hash() {
        sealed(3);
        UUID forged = UUID.randomUUID();
        owner().sql("""
                        insert into ledger.entry (entry_id, at, purpose, action, grant_used, request_id)
                        values (?, now(), 'p', 'a', 'g', gen_random_uuid())""").param(forged).update();
        owner().sql("""
                        insert into ledger.seal (seal_no, entry_at, entry_id, chain_hash)
                        select 4, at, entry_id, sha256('forged') from ledger.entry where entry_id = ?""").param(forged).update();
        assertThat(verify())
                .isEqualTo(new Verdict.Broken(4, forged, "the entry as it was sealed", "an entry that was changed"));
    }

    @Test
    void an_entry_given_another_time_is_named() {
        sealed(4);
        UUID moved = inOrder(2);
        owner().sql("update ledger.entry set at = at - interval '1 second' where entry_id = ?")
                .param(moved)
                .update();
        assertThat(verify()).isEqualTo(new Verdict.Broken(2, moved, "the entry that was sealed", "no such entry"));
    }

    @Test
    void entries_made_while_the_clock_of_the_server_was_wrong_are_chained_all_the_same() {
        sealed(2);
        owner().sql("""
                        insert into ledger.entry (entry_id, at, purpose, action, grant_used, request_id)
                        values (gen_random_uuid(), now() - interval '3 days', 'p', 'a', 'g', gen_random_uuid()),
                               (gen_random_uuid(), now() + interval '3 days', 'p', 'a', 'g', gen_random_uuid())""").update();
        sealer().seal();
        enter(1);
        sealer().sweep();
        assertThat(verify()).isEqualTo(new Verdict.Whole(5, 0));
    }

    @Test
    void no_setting_turns_it_off() {
        assertThat(java.util.Arrays.stream(Ledger.class.getDeclaredFields()).map(java.lang.reflect.Field::getType))
                .noneMatch(type -> type == boolean.class || type == Boolean.class);
        assertThat(java.util.Arrays.stream(LedgerConfiguration.class.getDeclaredMethods())
                        .filter(bean -> bean.isAnnotationPresent(org.springframework.context.annotation.Bean.class)))
                .isNotEmpty()
                .allMatch(bean -> java.util.Arrays.stream(bean.getAnnotations())
                        .noneMatch(mark -> mark.annotationType().getSimpleName().startsWith("Conditional")
                                || mark.annotationType().getSimpleName().equals("Profile")));
    }

    @Test
    void the_months_ahead_have_their_own_tables() {
        sealer().sweep();
        assertThat(owner().sql("select count(*) from pg_inherits where inhparent = 'ledger.entry'::regclass")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(14);
        enter(1);
        assertThat(owner().sql("select count(*) from ledger.entry_other")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_look_is_entered_once_and_says_everything_before_the_answer_begins() {
        Look look = new Look(ledger(), look());
        look.at(CHILD).searchedFor("Hartley").enter();
        look.enter();
        assertThat(entries()).isEqualTo(1);
        assertThatThrownBy(() -> look.at(CHILD)).isInstanceOf(IllegalStateException.class);
    }

    private List<UUID> sealed(int entries) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            ids.add(ledger().enter(look()));
        }
        assertThat(sealer().seal()).isEqualTo(entries);
        return ids;
    }

    private void enter(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger().enter(look());
        }
    }

    private UUID inOrder(int number) {
        return owner().sql("select entry_id from ledger.seal where seal_no = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    private static Entry look() {
        return new Entry(
                CHILD,
                7,
                "safeguarding children",
                "read",
                "role hub",
                Outcome.DONE,
                List.of(CHILD),
                UUID.randomUUID(),
                "",
                null);
    }

    private long entries() {
        return owner().sql("select count(*) from ledger.entry")
                .query(Long.class)
                .single();
    }

    private Verdict verify() {
        return new Verifier(database().engine(), new Anchors(List.of(anchors()))).verify();
    }

    private Sealer sealer() {
        return new Sealer(database().engine(), new Anchors(List.of(anchors())));
    }

    private Ledger ledger() {
        return Ledger.of(database().app(), database().store().secrets());
    }

    private Path anchors() {
        return folder.resolve("anchors.txt");
    }

    private JdbcClient owner() {
        return database().owner();
    }
}
