package io.plimsoll.service.ruledesk.api;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.source.RuleSetArchive;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.plimsoll.service.ruledesk.DeskReads;
import io.plimsoll.service.ruledesk.RuleDesk;
import io.plimsoll.service.ruledesk.api.DeskDocuments.VersionDocument;
import io.plimsoll.service.rulesets.LiveRuleSetDocument.FileDocument;
import io.plimsoll.service.rulesets.RuleSetFiles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/v1/rulesets/{name}/changes/{id}/files`: the files of a change, to be read and edited.
@Path("/v1/rulesets/{name}/changes/{id}/files")
@Tag(name = "Rule desk")
@RolesAllowed(Roles.OFFICER)
public final class ChangeFilesResource {

    private static final String ZIP = "application/zip";

    private final RuleDesk desk;
    private final DeskReads reads;
    private final KeyedStep keyed;

    ChangeFilesResource(RuleDesk desk, DeskReads reads, KeyedStep keyed) {
        this.desk = desk;
        this.reads = reads;
        this.keyed = keyed;
    }

    /// What the change is made of.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeFiles",
            summary = "The files of a change",
            description = "The paths of the files of a change. Its ETag is what the next edit has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The files.",
            content = @Content(schema = @Schema(implementation = VersionDocument.class)))
    public Response list(@PathParam("name") String name, @PathParam("id") String id) {
        DeskReads.Files found = reads.files(name, id);
        RuleSetSource files = found.files();
        return Response.ok(JsonWriter.write(new VersionDocument(
                        files.digest(),
                        files.paths().stream()
                                .map(path -> FileDocument.of(files, path))
                                .toList())))
                .header("ETag", Revisions.tag(found.change()))
                .build();
    }

    /// A file.
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.OFFICER, Roles.APPROVER, Roles.OPERATOR, Roles.AUDITOR})
    @Blocking
    @Path("/{path:.+}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "changeFile",
            summary = "A file of a change",
            description = "The text of a file. Its ETag is what the next edit has to name.")
    @APIResponse(
            responseCode = "200",
            description = "The text, in UTF-8.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Response read(@PathParam("name") String name, @PathParam("id") String id, @PathParam("path") String path) {
        DeskReads.Files found = reads.files(name, id);
        return FileAnswer.of(found.files(), path)
                .header("ETag", Revisions.tag(found.change()))
                .build();
    }

    /// Saves a file.
    @PUT
    @Blocking
    @Path("/{path:.+}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveChangeFile",
            summary = "Save a file of a change",
            description = "Makes the next revision, in which the file has this text; approvals given so far are void."
                    + " Needs If-Match with the ETag that was read.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response save(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @PathParam("path") String path,
            @Context HttpHeaders headers,
            InputStream body) {
        byte[] text = SentBody.read(body);
        return edit(name, id, headers, text, files -> with(files, path, text));
    }

    /// Removes a file.
    @DELETE
    @Blocking
    @Path("/{path:.+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deleteChangeFile",
            summary = "Remove a file of a change",
            description = "Makes the next revision, without the file. Needs If-Match with the ETag that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response remove(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @PathParam("path") String path,
            @Context HttpHeaders headers) {
        return edit(name, id, headers, new byte[0], files -> without(files, path));
    }

    /// Saves all files of a JSON document.
    @PUT
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveChangeFiles",
            summary = "Save all files of a change",
            description =
                    "Makes the next revision, which has these files and no others. The body is a zip of the folder,"
                            + " or a JSON document of its files. Needs If-Match with the ETag that was read.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RuleSetFiles.RuleSetFilesDocument.class)),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The change.",
            content = @Content(schema = @Schema(implementation = ChangeDocument.class)))
    public Response saveFiles(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            InputStream body) {
        byte[] document = SentBody.read(body);
        return edit(name, id, headers, document, files -> RuleSetFiles.read(document));
    }

    /// Saves all files of an archive.
    @PUT
    @Blocking
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response saveArchive(
            @PathParam("name") String name,
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            InputStream body) {
        byte[] archive = SentBody.read(body);
        return edit(name, id, headers, archive, files -> RuleSetArchive.read(archive));
    }

    private Response edit(String name, String id, HttpHeaders headers, byte[] sent, UnaryOperator<RuleSetSource> edit) {
        int revision = Revisions.named(headers);
        return keyed.change(sent, actor -> desk.edit(actor, name, id, revision, edit));
    }

    private static RuleSetSource with(RuleSetSource files, String path, byte[] text) {
        Map<String, byte[]> all = all(files);
        all.put(path, text);
        return RuleSetSource.of(all);
    }

    private static RuleSetSource without(RuleSetSource files, String path) {
        Map<String, byte[]> all = all(files);
        if (all.remove(path) == null) {
            throw FileAnswer.missing(path);
        }
        return RuleSetSource.of(all);
    }

    private static Map<String, byte[]> all(RuleSetSource files) {
        Map<String, byte[]> all = new TreeMap<>();
        files.paths().forEach(path -> all.put(path, files.bytes(path).orElseThrow()));
        return all;
    }
}
