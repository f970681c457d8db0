// The syntax of PromQL as of Prometheus 3.14.
//
// There is no lexer grammar: what a character means depends on whether it stands in braces, in
// brackets or neither, so tokens come from a hand-written token source that knows these names.
//
// Every decision is made on at most two tokens. OPEN_LABELS, a parenthesis right after a keyword
// that labels follow, is what makes that so: `group_left (a)` takes the parenthesis for labels.
// Alternatives of the recursive rules stand from the tightest to the loosest.
parser grammar PromqlParser;

tokens {
    LEFT_PAREN, RIGHT_PAREN, OPEN_LABELS, LEFT_BRACE, RIGHT_BRACE, LEFT_BRACKET, RIGHT_BRACKET,
    COMMA, COLON, AT,
    IDENTIFIER, METRIC_IDENTIFIER, STRING, NUMBER, DURATION,
    EQUAL, REGEX_EQUAL, REGEX_NOT_EQUAL,
    EQUAL_TO, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, TRIM_UPPER, TRIM_LOWER,
    ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER, ATAN2,
    AND, OR, UNLESS,
    AGGREGATOR, BY, WITHOUT,
    BOOL, ON, IGNORING, GROUP_LEFT, GROUP_RIGHT, FILL, FILL_LEFT, FILL_RIGHT,
    OFFSET, ANCHORED, SMOOTHED, START, END, STEP, RANGE, MIN_OF, MAX_OF
}

singleExpression
    : expression EOF
    ;

singleSelector
    : selector EOF
    ;

expression
    : operand=expression brackets                                                 #bracketed
    | operand=expression offsetModifier                                           #offset
    | operand=expression atModifier                                               #at
    | operand=expression edges=(ANCHORED | SMOOTHED)                              #edges
    | <assoc=right> left=expression operator=POWER matching right=expression      #binary
    | sign=(ADD | SUBTRACT) operand=expression                                    #signed
    | left=expression operator=(MULTIPLY | DIVIDE | MODULO | ATAN2)
        matching right=expression                                                 #binary
    | left=expression operator=(ADD | SUBTRACT) matching right=expression         #binary
    | left=expression
        operator=(EQUAL_TO | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER
            | GREATER_OR_EQUAL | TRIM_UPPER | TRIM_LOWER)
        matching right=expression                                                 #binary
    | left=expression operator=(AND | UNLESS) matching right=expression           #binary
    | left=expression operator=OR matching right=expression                       #binary
    | literal=(NUMBER | DURATION)                                                 #number
    | literal=STRING                                                              #string
    | LEFT_PAREN inner=expression RIGHT_PAREN                                     #parenthesized
    | aggregation                                                                 #aggregate
    | functionCall                                                                #call
    | selector                                                                    #select
    ;

aggregation
    : operator=AGGREGATOR grouping arguments
    | operator=AGGREGATOR arguments grouping?
    ;

functionCall
    : name=(IDENTIFIER | START | END | STEP | RANGE | MIN_OF | MAX_OF) arguments
    ;

// A comma that no argument follows is accepted here and refused with its own message.
arguments
    : LEFT_PAREN (first=expression nextArgument*)? RIGHT_PAREN
    ;

nextArgument
    : COMMA expression?
    ;

grouping
    : kind=(BY | WITHOUT) labels
    ;

labels
    : OPEN_LABELS (label (COMMA label)* COMMA?)? RIGHT_PAREN
    ;

matching
    : returnBool=BOOL? vectorMatching? fill?
    ;

vectorMatching
    : compared=(ON | IGNORING) on=labels (side=(GROUP_LEFT | GROUP_RIGHT) include=labels?)?
    ;

fill
    : FILL both=fillValue
    | FILL_LEFT left=fillValue (FILL_RIGHT right=fillValue)?
    | FILL_RIGHT right=fillValue (FILL_LEFT left=fillValue)?
    ;

fillValue
    : LEFT_PAREN sign=(ADD | SUBTRACT)? literal=(NUMBER | DURATION) RIGHT_PAREN
    ;

selector
    : metricName labelMatchers?
    | labelMatchers
    ;

labelMatchers
    : LEFT_BRACE (labelMatcher (COMMA labelMatcher)* COMMA?)? RIGHT_BRACE
    ;

labelMatcher
    : name=IDENTIFIER operator=(EQUAL | NOT_EQUAL | REGEX_EQUAL | REGEX_NOT_EQUAL) value=STRING
    | name=STRING (operator=(EQUAL | NOT_EQUAL | REGEX_EQUAL | REGEX_NOT_EQUAL) value=STRING)?
    ;

offsetModifier
    : OFFSET sign=(ADD | SUBTRACT)? durationTerm
    ;

atModifier
    : AT sign=(ADD | SUBTRACT)? time=(NUMBER | DURATION)
    | AT bound=(START | END) LEFT_PAREN RIGHT_PAREN
    ;

brackets
    : LEFT_BRACKET range=durationExpression (colon=COLON step=durationExpression?)? RIGHT_BRACKET
    ;

durationExpression
    : <assoc=right> left=durationExpression operator=POWER right=durationExpression   #computedDuration
    | sign=(ADD | SUBTRACT) operand=durationExpression                                #signedDuration
    | left=durationExpression operator=(MULTIPLY | DIVIDE | MODULO)
        right=durationExpression                                                      #computedDuration
    | left=durationExpression operator=(ADD | SUBTRACT) right=durationExpression      #computedDuration
    | durationTerm                                                                    #plainDuration
    ;

durationTerm
    : literal=(NUMBER | DURATION)                                                     #literalDuration
    | function=(STEP | RANGE) LEFT_PAREN RIGHT_PAREN                                  #queryDuration
    | function=(MIN_OF | MAX_OF) LEFT_PAREN left=durationExpression
        COMMA right=durationExpression RIGHT_PAREN                                    #chosenDuration
    | LEFT_PAREN inner=durationExpression RIGHT_PAREN                                 #wrappedDuration
    ;

metricName
    : IDENTIFIER | METRIC_IDENTIFIER
    | AGGREGATOR | BY | WITHOUT | AND | OR | UNLESS
    | OFFSET | ANCHORED | SMOOTHED | START | END | STEP | RANGE | MIN_OF | MAX_OF
    ;

label
    : IDENTIFIER | STRING
    | AGGREGATOR | BY | AND | OR | UNLESS | ATAN2
    | BOOL | ON | IGNORING | GROUP_LEFT | GROUP_RIGHT
    | OFFSET | ANCHORED | SMOOTHED | START | END | STEP | RANGE | MIN_OF | MAX_OF
    ;
