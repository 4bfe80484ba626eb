package io.plimsoll.benchmarks.evaluation;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.document.decision.DecisionWriter;
import io.plimsoll.rules.document.snapshot.SnapshotReader;
import io.plimsoll.rules.document.snapshot.SnapshotWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;

/// Ours from JSON to JSON: reads the snapshot strictly, decides, and writes the decision. No peer does this; it shows
/// what the documents cost.
record PlimsollJsonEngine(RuleSetVersion version) implements Engine {

    @Override
    public Object input(Snapshot snapshot) {
        return SnapshotWriter.write(snapshot);
    }

    @Override
    public Object decide(Object json) {
        return DecisionWriter.write(version.evaluate(SnapshotReader.read((byte[]) json)), false);
    }

    @Override
    public void close() {
        version.close();
    }
}
