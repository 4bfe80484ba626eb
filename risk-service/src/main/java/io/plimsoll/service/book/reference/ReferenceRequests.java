package io.plimsoll.service.book.reference;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.body.SentBody;
import io.plimsoll.service.book.api.BookAnswers;
import io.plimsoll.service.book.api.ListDocument;
import io.plimsoll.service.book.api.Page;
import io.plimsoll.service.book.reference.References.Author;
import io.plimsoll.service.book.store.BookTable;
import io.plimsoll.service.book.store.Written;
import io.plimsoll.service.caller.Caller;
import io.plimsoll.service.keyed.KeyedRequest;
import io.plimsoll.service.keyed.Precondition;
import io.plimsoll.service.problem.ProblemException;
import io.plimsoll.service.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.function.Function;

/// Answers requests about what accounts refer to, which are alike for all of it.
@RequestScoped
class ReferenceRequests {

    private final References references;
    private final KeyedRequest keyed;
    private final Caller caller;

    ReferenceRequests(References references, KeyedRequest keyed, Caller caller) {
        this.references = references;
        this.keyed = keyed;
        this.caller = caller;
    }

    /// How one kind of documents is read and written.
    ///
    /// @param table that it is kept in
    /// @param field that has the identifier
    /// @param reader which refuses what is none
    /// @param id of a fact
    /// @param document of a fact, in canonical form
    record Form<F>(
            BookTable table,
            String field,
            Function<byte[], F> reader,
            Function<F, String> id,
            Function<F, Record> document) {}

    byte[] list(BookTable table, UriInfo uri) {
        Page page = Page.of(uri.getQueryParameters());
        return JsonWriter.write(ListDocument.of(references.list(table, page.after(), page.andOne()), page));
    }

    Response read(BookTable table, String id) {
        return BookAnswers.document(references.read(table, id));
    }

    <F> Response put(Form<F> form, String id, HttpHeaders headers, InputStream body) {
        Precondition condition = Precondition.of(headers, "the " + form.table().noun());
        byte[] sent = SentBody.read(body);
        F fact = BookAnswers.read(sent, form.reader());
        BookAnswers.requireSame(form.field(), form.id().apply(fact), id);
        Author author = author();
        return keyed.answer(
                author.person(),
                sent,
                Written.class,
                written -> BookAnswers.written(form.table(), written),
                keeper -> references.put(form.table(), id, form.document().apply(fact), condition, author, keeper));
    }

    private Author author() {
        String person = caller.person()
                .orElseThrow(
                        () -> new ProblemException(
                                ProblemType.BAD_REQUEST,
                                "What can decide a liquidation is changed by somebody. Maybe add the header Plimsoll-Person, which names the person."));
        return new Author(person, caller.from());
    }
}
