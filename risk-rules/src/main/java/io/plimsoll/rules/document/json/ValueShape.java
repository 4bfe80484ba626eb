package io.plimsoll.rules.document.json;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a value of a document may be.
sealed interface ValueShape {

    /// What it must be, in words that follow "must be".
    String words();

    /// An example or hint for a value of the wrong type, in words that follow "Maybe".
    String hint();

    /// A text of a certain form; null for any.
    record Text(@Nullable Pattern form) implements ValueShape {

        @Override
        public String words() {
            return "a string";
        }

        @Override
        public String hint() {
            return "put it in quotes.";
        }
    }

    /// An exact number.
    record Decimal() implements ValueShape {

        @Override
        public String words() {
            return "a decimal number";
        }

        @Override
        public String hint() {
            return "write it like \"1234.5\".";
        }
    }

    /// A point in time.
    record Moment() implements ValueShape {

        @Override
        public String words() {
            return "a time in UTC";
        }

        @Override
        public String hint() {
            return "write it like \"2020-03-12T10:00:00Z\".";
        }
    }

    /// Yes or no.
    record Flag() implements ValueShape {

        @Override
        public String words() {
            return "true or false";
        }

        @Override
        public String hint() {
            return "write it without quotes.";
        }
    }

    /// One of a few names.
    ///
    /// @param constants what each name stands for, in the order of declaration
    record Choice(Map<String, Object> constants) implements ValueShape {

        @Override
        public String words() {
            return "one of " + String.join(", ", constants.keySet());
        }

        @Override
        public String hint() {
            return "write it like \"%s\"."
                    .formatted(constants.keySet().iterator().next());
        }
    }

    /// An object.
    record Members(RecordShape shape) implements ValueShape {

        @Override
        public String words() {
            return "an object";
        }

        @Override
        public String hint() {
            return "write it like {\"%s\": …}."
                    .formatted(shape.fields().getFirst().name());
        }
    }

    /// A list.
    ///
    /// @param element each of them
    /// @param min the fewest
    /// @param max the most
    record Entries(ValueShape element, int min, int max) implements ValueShape {

        @Override
        public String words() {
            return "an array";
        }

        @Override
        public String hint() {
            return "put it in brackets: [ … ].";
        }
    }
}
