package clew.app.web;

import clew.app.groups.Found.Member;
import clew.app.groups.Where;
import clew.app.web.LineMap.Bar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where circles stand in a picture of places: by their points on the ground, or, where there are none, on a ring. */
record Places(Map<String, int[]> spots, Bar bar) {
    private static final double KM_A_DEGREE = 111.32;
    private static final int TOP = 40;

    int x(String name) {
        return Objects.requireNonNull(spots.get(name))[0];
    }

    int y(String name) {
        return Objects.requireNonNull(spots.get(name))[1];
    }

    /** How high the picture is, with room above the highest circle and below the lowest. */
    int height() {
        return spots.values().stream().mapToInt(spot -> spot[1]).max().orElse(0) + TOP;
    }

    /** Without what is empty above: few places, or places side by side, need no high picture. */
    private static Places cropped(Map<String, int[]> spots, Bar bar) {
        int above = spots.values().stream().mapToInt(spot -> spot[1]).min().orElse(TOP) - TOP;
        spots.values().forEach(spot -> spot[1] -= above);
        return new Places(spots, bar);
    }

    /** By the alphabet, clockwise from the top; two stand side by side. */
    static Places onARing(Map<String, List<Member>> groups, int width, int height) {
        Map<String, int[]> spots = new HashMap<>();
        List<String> names = new ArrayList<>(groups.keySet());
        double acrossX = names.size() == 1 ? 0 : width * 0.3;
        double acrossY = names.size() == 1 ? 0 : height / 2.0 - TOP;
        double first = names.size() == 2 ? -Math.PI : -Math.PI / 2;
        for (int i = 0; i < names.size(); i++) {
            double angle = first + 2 * Math.PI * i / names.size();
            spots.put(names.get(i), new int[] {
                (int) Math.round(width / 2.0 + acrossX * Math.cos(angle)),
                (int) Math.round(height / 2.0 + acrossY * Math.sin(angle))
            });
        }
        return cropped(spots, new Bar(0, ""));
    }

    /** North above, east to the right; a degree of longitude shrunk by the cosine of the latitude in the middle. */
    static Places byPoints(Map<String, List<Member>> groups, Map<UUID, Where> where, int width, int height) {
        Map<String, double[]> points = new HashMap<>();
        groups.forEach((name, places) -> {
            Where here = Objects.requireNonNull(where.get(places.getFirst().subject()));
            points.put(name, new double[] {
                here.longitude().orElseThrow(), here.latitude().orElseThrow()
            });
        });
        double west =
                points.values().stream().mapToDouble(point -> point[0]).min().orElse(0);
        double east =
                points.values().stream().mapToDouble(point -> point[0]).max().orElse(0);
        double south =
                points.values().stream().mapToDouble(point -> point[1]).min().orElse(0);
        double north =
                points.values().stream().mapToDouble(point -> point[1]).max().orElse(0);
        double shrunk = Math.cos(Math.toRadians((north + south) / 2));
        double km = Math.max(Math.max((east - west) * shrunk, north - south) * KM_A_DEGREE, 0.1);
        double kmAcross = Math.max((east - west) * shrunk * KM_A_DEGREE, 0.01);
        double kmUp = Math.max((north - south) * KM_A_DEGREE, 0.01);
        double unitsAKm = Math.min(Math.min(width * 0.6 / kmAcross, (height - 2.0 * TOP) / kmUp), width * 0.6 / km * 2);
        Map<String, int[]> spots = new HashMap<>();
        points.forEach((name, point) -> spots.put(name, new int[] {
            (int) Math.round(width / 2.0 + (point[0] - (east + west) / 2) * shrunk * KM_A_DEGREE * unitsAKm),
            (int) Math.round(height / 2.0 - (point[1] - (north + south) / 2) * KM_A_DEGREE * unitsAKm)
        }));
        return cropped(spots, bar(width / unitsAKm / 4, unitsAKm));
    }

    /** The longest of 1, 2 and 5 times a power of ten that is no longer than wanted. */
    private static Bar bar(double wantedKm, double unitsAKm) {
        double power = Math.pow(10, Math.floor(Math.log10(wantedKm)));
        double km = wantedKm >= 5 * power ? 5 * power : wantedKm >= 2 * power ? 2 * power : power;
        String words = km >= 1 ? Math.round(km) + " km" : Math.round(km * 1000) + " m";
        return new Bar((int) Math.round(km * unitsAKm), words);
    }
}
