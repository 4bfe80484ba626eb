package io.plimsoll.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which documents do what is expected, and in what words the others don't. `'` stands for the quotes of JSON.
class PartialMatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                  | {'a':'b'}
            {'a':'b'}                           | {'a':'b','c':'d'}
            {'a':{'b':'c'}}                     | {'a':{'b':'c','d':'e'}}
            {'a':'0.80'}                        | {'a':'0.8'}
            {'a':'8e-1'}                        | {'a':'0.8'}
            {'a':'-0'}                          | {'a':'0'}
            {'a':'0.8'}                         | {'a':{'value':'0.80','numerator':'8'}}
            {'a':{'value':'0.8'}}               | {'a':{'value':'0.80','numerator':'8'}}
            {'a':'true'}                        | {'a':true}
            {'actions':[]}                      | {'actions':[]}
            {'actions':[{'type':'a'}]}          | {'actions':[{'type':'a','id':'b'}]}
            {'breaches':[]}                     | {'breaches':[]}
            {'breaches':[{'kind':'a'}]}         | {'breaches':[{'kind':'b'},{'kind':'a','x':'y'}]}
            {'thresholds':[{'k':'b'},{'k':'a'}]} | {'thresholds':[{'k':'a'},{'k':'b'},{'k':'c'}]}
            {'actions':[{'breaches':[{'k':'a'}]}]} | {'actions':[{'breaches':[{'k':'b'},{'k':'a'}]}]}
            """)
    void matches(String expected, String actual) throws JsonProcessingException {
        assertThat(PartialMatch.differences(json(expected), json(actual))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'a':'b'}                    | {}                              | a expected b, was nothing
            {'a':'b'}                    | {'a':'c'}                       | a expected b, was c
            {'a':'B'}                    | {'a':'b'}                       | a expected B, was b
            {'a':''}                     | {}                              | a expected , was nothing
            {'a':'0.8'}                  | {'a':'0.800000000000000001'}    | a expected 0.8, was 0.800000000000000001
            {'a':'0.8'}                  | {'a':{'value':'0.81'}}          | a expected 0.8, was {'value':'0.81'}
            {'a':'unbounded'}            | {'a':'1'}                       | a expected unbounded, was 1
            {'a':{'b':'c'}}              | {'a':{}}                        | a.b expected c, was nothing
            {'a':{'b':'c'}}              | {'a':'b'}                       | a expected {'b':'c'}, was b
            {'a':{}}                     | {}                              | a expected {}, was nothing
            {'actions':[]}               | {}                              | actions expected [], was nothing
            {'actions':[]}               | {'actions':[{'a':'b'}]}         | actions expected 0 entries, was 1: [{'a':'b'}]
            {'actions':[{'a':'b'}]}      | {'actions':[]}                  | actions expected 1 entries, was 0: []
            {'actions':['a','b']}        | {'actions':['b','a']}           | actions[0] expected a, was b
            {'actions':[{'t':'a'}]}      | {'actions':[{'t':'b'}]}         | actions[0].t expected a, was b
            {'breaches':[]}              | {'breaches':[{'k':'a'}]}        | breaches expected no entries, was [{'k':'a'}]
            {'breaches':[]}              | {}                              | breaches expected [], was nothing
            {'breaches':[{'k':'b'}]}     | {'breaches':[{'k':'a'}]}        | breaches expected an entry like {'k':'b'}, was [{'k':'a'}]
            {'breaches':[{'k':'b'}]}     | {'breaches':[]}                 | breaches expected an entry like {'k':'b'}, was []
            """)
    void differs(String expected, String actual, String words) throws JsonProcessingException {
        assertThat(PartialMatch.differences(json(expected), json(actual)))
                .first()
                .isEqualTo(words.replace('\'', '"'));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
