/// The OpenAPI document: what the annotations on resources don't say is added here when the service is built.
@NullMarked
package io.plimsoll.service.api;

import org.jspecify.annotations.NullMarked;
