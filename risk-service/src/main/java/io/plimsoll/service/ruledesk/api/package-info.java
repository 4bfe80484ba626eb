/// `/v1/rulesets/{name}/…`: the rule desk over REST, a resource for each concern.
@NullMarked
package io.plimsoll.service.ruledesk.api;

import org.jspecify.annotations.NullMarked;
