# Draws a summary's course as SVG: the share of trials in each state by the end of each round.
#   zopa run SCENARIO --json | jq -r -f docs/outcomes.jq > outcomes.svg
def states: [
  { key: "deal", label: "deal", colour: "#2a6f97" },
  { key: "frozen_conflict", label: "frozen conflict", colour: "#8ecae6" },
  { key: "victory", label: "victory", colour: "#d08c60" },
  { key: "fighting", label: "fighting", colour: "#8d99ae" } ];
def x($horizon): 60 + 560 * . / $horizon;
def y: 300 - 260 * .;
def round1: . * 10 | round / 10;
.horizon as $horizon | .timing as $timing | .round as $unit
| [ states[] as $state
    | ([ states[].key ] | index($state.key)) as $place
    | [ { round: 0, share: { deal: 0, frozen_conflict: 0, victory: 0, fighting: 1 } }, ($timing[] | { round: (.round + 1), share: . }) ]
    | map({ at: (.round | x($horizon)),
            low: ([ .share[states[:$place][].key] ] | add // 0),
            high: ([ .share[states[:$place + 1][].key] ] | add) }) as $band
    | { state: $state, band: $band } ] as $bands
| "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 350\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"Share of trials by state and \($unit)\">",
  "<rect width=\"760\" height=\"350\" fill=\"white\"/>",
  "<text x=\"60\" y=\"24\" font-size=\"15\">\(.title | @html)</text>",
  ($bands[] | "<polygon fill=\"\(.state.colour)\" points=\"" +
     ([ (.band[] | "\(.at | round1),\(.low | y | round1)"),
        (.band | reverse[] | "\(.at | round1),\(.high | y | round1)") ] | join(" ")) + "\"/>"),
  ($bands[] | .band[-1] as $edge | (($edge.low + $edge.high) / 2) as $middle
   | "<text x=\"628\" y=\"\($middle | y + 5 | round1)\">\(.state.label) \(($edge.high - $edge.low) * 100 | round)%</text>"),
  (0, 0.25, 0.5, 0.75, 1 | "<text x=\"52\" y=\"\(. | y + 5)\" text-anchor=\"end\">\(. * 100)%</text>"),
  (range(0; $horizon + 1; if $horizon >= 24 then 6 else 1 end)
   | "<text x=\"\(. | x($horizon) | round1)\" y=\"320\" text-anchor=\"middle\">\(.)</text>"),
  "<text x=\"340\" y=\"340\" text-anchor=\"middle\">\($unit)s of talks; \(.trials) trials; consequences of the scenario's assumptions, not a forecast</text>",
  "</svg>"
