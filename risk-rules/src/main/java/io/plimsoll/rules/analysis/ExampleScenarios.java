package io.plimsoll.rules.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import java.util.List;

/// Writes counter-examples as a scenario file.
///
/// Each scenario expects no more than that the account can be evaluated: that fails in a gap of a required table until
/// the gap is closed. Elsewhere the decision shows what was found; whoever keeps the scenario adds what should come
/// out.
public final class ExampleScenarios {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private ExampleScenarios() {}

    /// The text of a scenario file.
    ///
    /// @param examples at least one
    public static String yaml(List<CounterExample> examples) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        var scenarios = file.putArray("scenarios");
        for (CounterExample example : examples) {
            ObjectNode scenario = scenarios.addObject();
            scenario.put("name", example.name());
            scenario.put("why", example.why());
            scenario.set("given", JsonWriter.tree(SnapshotWriter.document(example.snapshot())));
            scenario.putObject("expect")
                    .put("account", example.snapshot().account().id());
        }
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every scenario can be written.", e);
        }
    }
}
