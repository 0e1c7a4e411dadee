package org.vxlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked again, and what is not.
class RememberedAnswersTest {
    private final List<String> asked = new ArrayList<>();
    private String next = "right";
    private final RememberedAnswers answers =
            new RememberedAnswers(new AskedQuestions(new Person()));

    private final class Person implements Prompts {
        @Override
        public Optional<char[]> secret(Message question) {
            asked.add(question.key());
            return Optional.of(next).filter(word -> !word.isEmpty()).map(String::toCharArray);
        }

        @Override
        public boolean confirm(Message question) {
            asked.add(question.key());
            return true;
        }
    }

    private String password(boolean again) {
        return answers.password("a", "lab", "10.0.0.11", again).map(String::new).orElse("");
    }

    @Test
    void aPasswordIsAskedForOnce() {
        assertThat(List.of(password(false), password(false))).containsOnly("right");
        assertThat(asked).containsExactly("session.ask.password");
    }

    @Test
    void whatOneUserWipesIsStillThereForTheNext() {
        answers.password("a", "lab", "10.0.0.11", false).orElseThrow()[0] = 0;

        assertThat(password(false)).isEqualTo("right");
    }

    @Test
    void aWrongPasswordIsAskedForAgainAndTheNewOneKept() {
        next = "wrong";
        password(false);
        next = "right";

        assertThat(password(true)).isEqualTo("right");
        assertThat(password(false)).isEqualTo("right");
        assertThat(asked).containsExactly("session.ask.password", "session.ask.again");
    }

    @Test
    void aRefusalToAnswerIsNotRemembered() {
        next = "";
        assertThat(password(false)).isEmpty();
        next = "right";
        assertThat(password(false)).isEqualTo("right");
    }

    @Test
    void everyHostAndEveryPurposeHasItsOwn() {
        password(false);
        next = "other";

        assertThat(answers.password("b", "lab", "10.0.0.11", false).orElseThrow())
                .containsExactly('o', 't', 'h', 'e', 'r');
        answers.passphrase("a", "id_rsa", false);
        answers.sudoPassword("a", "lab", false);
        answers.sudoPassword("a", "lab", false);
        assertThat(asked)
                .containsExactly(
                        "session.ask.password",
                        "session.ask.password",
                        "session.ask.passphrase",
                        "session.ask.sudo");
    }

    @Test
    void onceClosedItKnowsNothingAndLearnsNothing() {
        password(false);
        answers.close();
        next = "";
        assertThat(password(false)).isEmpty();
        next = "late";
        password(false);
        next = "";
        assertThat(password(false)).isEmpty();
    }
}
