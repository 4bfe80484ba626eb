/// Webhooks: sends what becomes of actions to the targets that are configured, each at its own pace, and signed
/// by the [Standard Webhooks](https://www.standardwebhooks.com/) specification.
///
/// [Targets][io.plimsoll.service.live.webhook.Targets] (who may be sent to) →
/// [Outbox][io.plimsoll.service.live.webhook.Outbox] (what has yet to be sent) →
/// [Sender][io.plimsoll.service.live.webhook.Sender] (when, and when again) →
/// [Poster][io.plimsoll.service.live.webhook.Poster] (how).
@NullMarked
package io.plimsoll.service.live.webhook;

import org.jspecify.annotations.NullMarked;
