package clew.core.network.records;

import clew.core.network.BlockList;
import clew.core.network.Evidence;
import clew.core.network.records.Fact.Happening;
import clew.core.network.records.Fact.Item;
import clew.core.network.records.Fact.Relation;
import clew.core.network.records.Fact.Role;
import clew.core.network.records.Fact.Thing;
import clew.core.standard.StandardRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Evidence from records of the standard: the one mapping of both. The order in which records are added makes no difference.
 *
 * <ul>
 *   <li>An event, a missing episode and a return interview is an episode; so is an item of intelligence that says when something occurred, unless it is about
 *       an event or the sanitised version of another item, of which it then is one more source. What is suspected to be false ties nobody.
 *   <li>A relationship whose reason explains is an explained pair; any other is an episode without a place.
 *   <li>Who was there because of their work, or as parent or carer, makes no tie; nor does who reported it, a decision about people, or anything at a
 *       sensitive place without an incident.
 *   <li>What is on the block list makes no tie: a vehicle, phone, account or organisation nowhere, a place unless the record states an incident there.
 *   <li>What does not say when it occurred is placed on the day on which it was known.
 *   <li>A part whose record was not added is left out: a viewer's evidence holds nothing of what the viewer may not see.
 * </ul>
 *
 * @param evidence what patterns work on
 * @param about every subject of it, by id
 */
public record RecordNetwork(Evidence evidence, SortedMap<String, About> about) {

    /** Takes records in. Not thread-safe. */
    public static final class Builder {
        final Map<UUID, Fact> subjects = new HashMap<>();
        final Map<UUID, Happening> happenings = new HashMap<>();
        final Map<UUID, Item> items = new HashMap<>();
        final Map<UUID, Role> roles = new HashMap<>();
        final Map<UUID, Relation> relations = new HashMap<>();
        final Map<UUID, String> agencies = new HashMap<>();

        /**
         * Adds a record; of shapes that say nothing of who was with whom nothing is kept. A record that is added twice counts once.
         *
         * @param id of the record
         * @param agency who sent it
         * @param received the day on which it came: the day it was known, where it does not say so itself
         */
        public Builder add(UUID id, String agency, LocalDate received, StandardRecord record) {
            Facts.of(id, received, record).ifPresent(fact -> {
                agencies.put(id, agency);
                keep(fact);
            });
            return this;
        }

        /** Takes a record in place of what it said before: of that nothing is left. */
        public Builder replace(UUID id, String agency, LocalDate received, StandardRecord record) {
            List.of(subjects, happenings, items, roles, relations, agencies).forEach(told -> told.remove(id));
            return add(id, agency, received, record);
        }

        private void keep(Fact fact) {
            if (fact instanceof Happening happening) {
                happenings.merge(happening.record(), happening, (one, other) -> first(one, other, Happening::known));
            } else if (fact instanceof Item item) {
                items.merge(item.record(), item, (one, other) -> first(one, other, Item::known));
            } else if (fact instanceof Role role) {
                roles.merge(role.record(), role, (one, other) -> first(one, other, Role::known));
            } else if (fact instanceof Relation relation) {
                relations.merge(relation.record(), relation, (one, other) -> first(one, other, Relation::known));
            } else {
                subjects.put(fact.record(), fact);
            }
        }

        /** What is told again later was known since it was first told. */
        private static <T> T first(T one, T other, Function<T, LocalDate> known) {
            return known.apply(other).isBefore(known.apply(one)) ? other : one;
        }

        Map<UUID, String> things() {
            List<Thing> things = new ArrayList<>();
            for (Fact fact : subjects.values()) {
                if (fact instanceof Thing thing) {
                    things.add(thing);
                }
            }
            return ThingIds.of(things);
        }

        /** The evidence of the records added so far, with these persons. */
        public RecordNetwork build(Persons persons) {
            return build(persons, Reasons.ORDINARY);
        }

        /** The same, with missing reasons dealt with in another way. */
        public RecordNetwork build(Persons persons, Reasons reasons) {
            return build(persons, reasons, BlockList.NONE);
        }

        /**
         * The same, with what people set aside for a time.
         *
         * @param blocked by the ids of things or of records of them; somebody's id on it changes nothing
         */
        public RecordNetwork build(Persons persons, Reasons reasons, BlockList blocked) {
            return new Weaving(this, persons, reasons, blocked).network();
        }
    }
}
