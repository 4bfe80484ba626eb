package io.plimsoll.service.evaluation;

import io.restassured.RestAssured;

/// What Prometheus would read.
public final class Metrics {

    private Metrics() {}

    /// The sum of all series whose name and labels begin so.
    public static double read(int port, String series) {
        return RestAssured.given()
                .port(port)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
