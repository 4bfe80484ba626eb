package io.plimsoll.service.rulesets;

import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.rules.evaluation.RuleSetVersion;
import io.plimsoll.rules.source.RuleSetArchive;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.caller.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `POST /v1/rulesets/check`: whether a rule set could go live. Nothing goes live by it.
@Path("/v1/rulesets/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER})
public final class CheckResource {

    private static final String ZIP = "application/zip";

    private final LiveRules rules;
    private final OneCheck one;

    CheckResource(LiveRules rules, OneCheck one) {
        this.rules = rules;
        this.one = one;
    }

    /// Checks the files of a JSON document.
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkRuleSet",
            summary = "Whether a rule set could go live",
            description =
                    "Checks a rule set as a saved edit of the live one is checked: everything that is wrong at"
                            + " once, each with its place; guards on how far a number may move compare with the live version."
                            + " Rules are tried in a process of their own first. Nothing goes live. The body is a zip of the"
                            + " folder, or a JSON document of its files: {\"files\": [{\"path\": \"ruleset.yaml\", \"text\": \"…\"}]}.")
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
            description = "What the check found; `passed` says whether the rule set could go live.",
            content = @Content(schema = @Schema(implementation = CheckReport.class)))
    public byte[] checkFiles(InputStream body) {
        return check(body, RuleSetFiles::read);
    }

    /// Checks the files of an archive.
    @POST
    @Blocking
    @Consumes(ZIP)
    @Operation(hidden = true)
    public byte[] checkArchive(InputStream body) {
        return check(body, RuleSetArchive::read);
    }

    private byte[] check(InputStream body, Function<byte[], RuleSetSource> files) {
        return one.alone(() -> {
            try (RuleSetVersion version = rules.check(files.apply(SentBody.read(body)))) {
                return JsonWriter.write(CheckReport.of(version));
            } catch (InvalidRuleSetException e) {
                return JsonWriter.write(CheckReport.of(e));
            }
        });
    }
}
