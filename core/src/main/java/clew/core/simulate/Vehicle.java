package clew.core.simulate;

import java.util.List;

/**
 * A car or van.
 *
 * @param id truth's id, such as {@code V0000123}
 * @param plate a registration that no vehicle can carry yet, without a space
 */
record Vehicle(String id, String plate, String make, String model, String colour) {

    private static final List<String[]> MODELS = List.of(
            new String[] {"Ford", "Fiesta"},
            new String[] {"Vauxhall", "Corsa"},
            new String[] {"Volkswagen", "Golf"},
            new String[] {"Toyota", "Prius"},
            new String[] {"Skoda", "Octavia"},
            new String[] {"BMW", "320"},
            new String[] {"Audi", "A3"},
            new String[] {"Nissan", "Qashqai"},
            new String[] {"Kia", "Ceed"},
            new String[] {"Mercedes", "Vito"});
    private static final List<String> COLOURS = List.of("Black", "Grey", "Silver", "White", "Blue", "Red", "Green");

    static Vehicle draw(long serial, Scramble plates, Draw draw) {
        String[] model = draw.pick(MODELS);
        String id = "V" + Digits.padded(serial, 8);
        return new Vehicle(id, Numbers.plate(plates.of(serial)), model[0], model[1], draw.pick(COLOURS));
    }

    /** The plate as people write it, with its space. */
    String spacedPlate() {
        return plate.substring(0, 4) + " " + plate.substring(4);
    }
}
