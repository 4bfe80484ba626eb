package io.plimsoll.rules.lint;

/// Something that the rule language does not have; it ends the reading of one expression.
final class RefusedExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int offset;
    private final String sentence;
    private final String remedy;

    RefusedExpressionException(String code, int offset, String sentence, String remedy) {
        super(sentence);
        this.code = code;
        this.offset = offset;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    void report(DrlFile file) {
        file.refuse(code, offset, sentence, remedy);
    }
}
