package io.plimsoll.service;

import io.plimsoll.service.store.TestDatabase;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/// What all tests of the running service need. The annotation works wherever it stands.
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
final class TestResources {

    private TestResources() {}
}
