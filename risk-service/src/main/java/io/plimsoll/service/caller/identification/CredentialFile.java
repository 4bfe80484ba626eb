package io.plimsoll.service.caller.identification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.plimsoll.service.caller.Role;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/// The file of credentials: CSV with the columns `id,person,roles,secret,expires`, of which `roles` is a list
/// with blanks and `secret` the hash. Readable by its owner alone, and always whole.
public final class CredentialFile {

    private static final List<String> COLUMNS = List.of("id", "person", "roles", "secret", "expires");

    private final Path file;

    /// A file that is there or will be written.
    public CredentialFile(Path file) {
        this.file = file;
    }

    /// Where it is.
    public Path path() {
        return file;
    }

    /// Whether it is there.
    public boolean exists() {
        return Files.exists(file);
    }

    /// All credentials, in the order of the file.
    ///
    /// @throws IOException naming file and line, if it can't be read or says something that can't be
    public List<Credential> read() throws IOException {
        List<Credential> credentials = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> lines =
                new CsvMapper().readerForMapOf(String.class).with(header).readValues(Files.readAllBytes(file))) {
            int number = 1;
            while (lines.hasNext()) {
                Credential credential = credential(++number, lines.next());
                if (!ids.add(credential.id()) || !secrets.add(credential.secretHash())) {
                    throw new IOException(
                            "%s:%d: The credential %s, or its secret, is there twice. Maybe remove one of them."
                                    .formatted(file, number, credential.id()));
                }
                credentials.add(credential);
            }
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw new IOException("%s is no CSV file: %s".formatted(file, e.getMessage()), e);
        }
        return credentials;
    }

    private Credential credential(int number, Map<String, String> line) throws IOException {
        try {
            if (!line.keySet().equals(Set.copyOf(COLUMNS))) {
                throw new IllegalArgumentException(
                        "The columns are %s. Maybe one is missing or misspelt.".formatted(String.join(",", COLUMNS)));
            }
            String expires = cell(line, "expires");
            return new Credential(
                    cell(line, "id"),
                    cell(line, "person"),
                    roles(cell(line, "roles")),
                    cell(line, "secret"),
                    expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    private static String cell(Map<String, String> line, String column) {
        String cell = line.get(column);
        return cell == null ? "" : cell.strip();
    }

    private static Set<Role> roles(String cell) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        var names = new StringTokenizer(cell);
        while (names.hasMoreTokens()) {
            String name = names.nextToken();
            roles.add(Role.of(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no role %s. Maybe one of %s is meant.".formatted(name, Role.ids()))));
        }
        return roles;
    }

    /// Puts these credentials in the place of what is there, at once.
    public void write(List<Credential> credentials) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        List<Map<String, String>> lines = credentials.stream()
                .map(credential -> Map.of(
                        "id", credential.id(),
                        "person", credential.person(),
                        "roles", credential.roles().stream().map(Role::id).collect(Collectors.joining(" ")),
                        "secret", credential.secretHash(),
                        "expires", credential.expires().map(Instant::toString).orElse("")))
                .toList();
        String text = new CsvMapper().writer(schema.build().withHeader()).writeValueAsString(lines);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "credentials", ".new", ownerAlone());
        Files.writeString(whole, text, UTF_8);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
