package dev.payweek.lambda;

import dev.payweek.testkit.TransportContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract of the transports, by every kind of event. */
class EventFormatsTest {

    abstract static class By implements TransportContract {
        private final PayweekHandler handler = Fixture.handler(Fixture.NOWHERE);
        private final Sender sender;

        By(Sender sender) {
            this.sender = sender;
        }

        @Override
        public boolean decodesQueriesItself() {
            return sender == Sender.REST_API || sender == Sender.HTTP_API_FORMAT_ONE;
        }

        @Override
        public boolean dropsRepeatedParameters() {
            return sender == Sender.LOAD_BALANCER;
        }

        @Override
        public Answer send(String method, String target, Map<String, String> headers, byte[] body) {
            String event = sender.event(method, target, Fixture.headers(headers), body);
            return sender.answer(Fixture.call(handler, event, new Fixture.Invocation("r1", 10_000)));
        }
    }

    @Nested
    class HttpApi extends By {
        HttpApi() {
            super(Sender.HTTP_API);
        }
    }

    @Nested
    class HttpApiWithStage extends By {
        HttpApiWithStage() {
            super(Sender.HTTP_API_WITH_STAGE);
        }
    }

    @Nested
    class FunctionUrl extends By {
        FunctionUrl() {
            super(Sender.FUNCTION_URL);
        }
    }

    @Nested
    class HttpApiFormatOne extends By {
        HttpApiFormatOne() {
            super(Sender.HTTP_API_FORMAT_ONE);
        }
    }

    @Nested
    class RestApi extends By {
        RestApi() {
            super(Sender.REST_API);
        }
    }

    @Nested
    class Balancer extends By {
        Balancer() {
            super(Sender.LOAD_BALANCER);
        }
    }

    @Nested
    class BalancerMulti extends By {
        BalancerMulti() {
            super(Sender.LOAD_BALANCER_MULTI);
        }
    }
}
