package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.api.DeskDocuments.VersionDocument;
import io.plimsoll.service.rulesets.LiveRuleSetDocument.FileDocument;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `GET /v1/rulesets/{name}/versions/{version}`: the files of any version, also of one that never went live.
@Path("/v1/rulesets/{name}/versions/{version}")
@Tag(name = "Rule desk")
@RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
public final class VersionResource {

    private final DeskReads reads;

    VersionResource(DeskReads reads) {
        this.reads = reads;
    }

    /// What a version is made of.
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "ruleSetVersion",
            summary = "The files of a version",
            description = "The paths of a version, by its digest or `live`; also of a draft's revision.")
    @APIResponse(
            responseCode = "200",
            description = "The files.",
            content = @Content(schema = @Schema(implementation = VersionDocument.class)))
    public byte[] version(@PathParam("name") String name, @PathParam("version") String version) {
        RuleSetSource files = reads.version(name, version);
        return JsonWriter.write(new VersionDocument(
                files.digest(),
                files.paths().stream().map(path -> FileDocument.of(files, path)).toList()));
    }

    /// A file of a version.
    @GET
    @Blocking
    @Path("/files/{path:.+}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "ruleSetVersionFile",
            summary = "A file of a version",
            description = "The text of a file of a version, by its digest or `live`.")
    @APIResponse(
            responseCode = "200",
            description = "The text, in UTF-8.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response file(
            @PathParam("name") String name, @PathParam("version") String version, @PathParam("path") String path) {
        return FileAnswer.of(reads.version(name, version), path).build();
    }
}
