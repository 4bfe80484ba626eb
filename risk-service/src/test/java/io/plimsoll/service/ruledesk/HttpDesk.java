package io.plimsoll.service.ruledesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.service.ruledesk.DeskHttp.Answer;
import io.plimsoll.service.ruledesk.workflow.Step;
import io.plimsoll.service.ruledesk.workflow.Step.Kind;
import io.plimsoll.service.ruledesk.workflow.WalkedDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The desk of a running service, walked on by HTTP; only the clock is ticked from inside.
final class HttpDesk implements WalkedDesk {

    static final String ROOT = "/v1/rulesets/desk-walks";
    static final Duration BREAK_GLASS = Duration.ofSeconds(10);

    private static final String NOTHING = "sha256:" + "0".repeat(64);

    private final DeskHttp http;
    private final WalkTime time;
    private final Runnable clock;
    private final WalkContents contents;
    private final Instant start;
    private final Map<Integer, String> ids = new HashMap<>();
    // The walk has names for impacts; here they are what they are.
    private final Map<Integer, String> impacts = new HashMap<>();
    private final Map<Integer, JsonNode> changes = new HashMap<>();
    private String live = "";

    /// @param start of the walk's time, a day before the next one's
    HttpDesk(DeskHttp http, WalkTime time, Runnable clock, WalkContents contents, Instant start) {
        this.http = http;
        this.time = time;
        this.clock = clock;
        this.contents = contents;
        this.start = start;
    }

    /// Publishes the walk's first version in the place of whatever the last walk left.
    void begin() {
        time.set(start);
        JsonNode last = http.get(ROOT + "/history").done().json().path("activations");
        if (last.path(0).path("kind").asText().equals("BREAK_GLASS")) {
            http.post(
                            "zoe",
                            ROOT + "/rollback",
                            Map.of("to", last.path(1).path("digest").asText(), "reason", "over"))
                    .done();
        }
        String change = path(http.post("zoe", ROOT + "/changes", Map.of("title", "begins a walk"))
                .done()
                .json()
                .path("id")
                .asText());
        http.put("zoe", change + "/files/" + WalkContents.PROSE, "\"1\"", contents.prose())
                .done();
        http.put("zoe", change + "/files/" + WalkContents.TABLE, "\"2\"", contents.table("v0"))
                .done();
        http.post("zoe", change + "/check", Map.of()).done();
        JsonNode asked = http.post("zoe", change + "/submit", Map.of()).done().json();
        Map<String, String> seen = Map.of(
                "content", asked.path("content").asText(),
                "impact", asked.path("review").path("impact").asText(),
                "base", asked.path("base").asText());
        for (int i = 0; i < asked.path("review").path("needed").asInt(); i++) {
            http.post("reviewer-" + i, change + "/approve", seen).done();
        }
        http.post("zoe", change + "/publish", Map.of()).done();
        look();
    }

    @Override
    public Step possible(Step step, String asked) {
        if (asked.isEmpty()) {
            return step;
        }
        List<String> parts = List.of(asked.split("\\|", -1));
        String content = parts.getFirst();
        String base = parts.getLast();
        return switch (step.kind()) {
            case SUBMIT -> with(step, step.content(), contents.needed(content, base), step.until());
            case BREAK_GLASS ->
                with(step, step.content(), contents.needed(content, base), step.now() + BREAK_GLASS.toSeconds());
            case REBASE ->
                with(step, contents.rebased(base, content, live, step.content()), step.needed(), step.until());
            default -> step;
        };
    }

    private static Step with(Step step, String content, int needed, long until) {
        return new Step(
                step.kind(),
                step.change(),
                step.person(),
                content,
                step.seen(),
                step.impact(),
                needed,
                step.now(),
                until);
    }

    @Override
    public boolean take(Step step) {
        // Half a second on, so that what is due at a second is due then whatever its change's number.
        time.set(at(step.now()).plusMillis(500));
        boolean wasChecked = state(step.change()).equals("CHECKED");
        boolean took = tried(step);
        if (took && (step.kind() == Kind.SUBMIT || (step.kind() == Kind.BREAK_GLASS && wasChecked))) {
            impacts.put(step.change(), step.impact());
        }
        look();
        return took;
    }

    private boolean tried(Step step) {
        String by = step.person();
        String change = path(ids.getOrDefault(step.change(), UUID.randomUUID().toString()));
        return switch (step.kind()) {
            case TICK -> {
                clock.run();
                yield true;
            }
            case BEGIN -> begin(step);
            case ROLL_BACK ->
                http.post(by, ROOT + "/rollback", Map.of("to", contents.digest(step.content()), "reason", "walk"))
                        .isDone();
            case EDIT ->
                http.put(by, change + "/files/" + WalkContents.TABLE, tag(step), contents.table(step.content()))
                        .isDone();
            case REBASE ->
                http.post(by, change + "/rebase", Optional.of(tag(step)), Map.of("resolve", List.of(side(step))))
                        .isDone();
            case CHECK -> passed(http.post(by, change + "/check", Map.of()));
            case SUBMIT, WITHDRAW, PUBLISH, CANCEL ->
                http.post(by, change + "/" + word(step.kind()), Map.of()).isDone();
            case REJECT, BREAK_GLASS ->
                http.post(by, change + "/" + word(step.kind()), Map.of("reason", "walk"))
                        .isDone();
            case APPROVE, RATIFY ->
                http.post(by, change + "/" + word(step.kind()), seen(step)).isDone();
            case SCHEDULE ->
                // Those that are due in the same second go by their numbers.
                http.post(
                                by,
                                change + "/schedule",
                                Map.of(
                                        "at",
                                        at(step.until())
                                                .plusNanos(1_000L * step.change())
                                                .toString()))
                        .isDone();
        };
    }

    private boolean begin(Step step) {
        if (ids.containsKey(step.change())) {
            return false;
        }
        Answer begun = http.post(step.person(), ROOT + "/changes", Map.of("title", "walk"));
        String id = begun.done().json().path("id").asText();
        ids.put(step.change(), id);
        if (!step.content().equals(live)) {
            http.put(
                            step.person(),
                            path(id) + "/files/" + WalkContents.TABLE,
                            begun.tag(),
                            contents.table(step.content()))
                    .done();
        }
        return true;
    }

    private static boolean passed(Answer check) {
        if (!check.isDone()) {
            return false;
        }
        if (!check.json().path("report").path("passed").asBoolean()) {
            throw new AssertionError(check.text());
        }
        return true;
    }

    private Map<String, String> seen(Step step) {
        List<String> parts = List.of(step.seen().split("\\|", -1));
        if (parts.size() != 3) {
            return Map.of("content", NOTHING, "impact", NOTHING, "base", NOTHING);
        }
        JsonNode change = changes.get(step.change());
        String impact =
                change == null ? "" : change.path("review").path("impact").asText();
        boolean isThisOne = parts.get(1).equals(impacts.get(step.change())) && !impact.isEmpty();
        return Map.of(
                "content", contents.digest(parts.get(0)),
                "impact", isThisOne ? impact : NOTHING,
                "base", contents.digest(parts.get(2)));
    }

    private Map<String, String> side(Step step) {
        return Map.of("path", WalkContents.TABLE, "take", step.content().equals(live) ? "LIVE" : "MINE");
    }

    private String tag(Step step) {
        JsonNode change = changes.get(step.change());
        return "\"%d\"".formatted(change == null ? 1 : change.path("revision").asInt());
    }

    private Instant at(long second) {
        return start.plusSeconds(second);
    }

    private static String path(String id) {
        return ROOT + "/changes/" + id;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void look() {
        live = contents.name(
                http.get("/v1/rulesets/live").done().json().path("digest").asText());
        JsonNode latest = http.get(ROOT + "/changes?limit=4").done().json().path("changes");
        changes.clear();
        ids.forEach((number, id) -> latest.forEach(change -> {
            if (change.path("id").asText().equals(id)) {
                changes.put(number, change);
            }
        }));
        if (changes.size() != ids.size()) {
            throw new AssertionError("A change is gone: %s of %s".formatted(changes, ids));
        }
    }

    @Override
    public String state(int change) {
        JsonNode found = changes.get(change);
        return found == null ? "" : found.path("state").asText();
    }

    @Override
    public String live() {
        return live;
    }
}
