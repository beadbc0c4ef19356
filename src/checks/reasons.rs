//! Why checks are missed or cannot be compared, as far as it was found out at the default size.

/// Said where nobody has looked yet: the check passes at the default size.
const NOT_LOOKED_INTO: &str = "passes at the default size; not looked into at this one";

/// Said of a pass that the data's own uncertainty makes.
const WITHIN_ERROR: &str = "only within the observation error of the data";

/// The reason of a check that did not pass; what is said of several is said of names that begin
/// alike, the first that fits.
pub(super) fn of(id: &str) -> &'static str {
    let known = REASONS.iter().find(|(start, _)| id.starts_with(start));
    known.map_or(NOT_LOOKED_INTO, |(_, reason)| reason)
}

/// What is to be said of a pass that depends on the observation error.
pub(super) fn of_weak_pass() -> &'static str {
    WITHIN_ERROR
}

const REASONS: &[(&str, &str)] = &[
    (
        "firms.sales_halved",
        "The model has no luck of single firms: a branch falls alike in a province, so nearly all \
         firms lose a little and none half.",
    ),
    (
        "firms.turnover_down",
        "As sales halved: falls are alike within a branch, where the survey has many that lost \
         more than half and many that lost nothing.",
    ),
    (
        "firms.revenue_fell.medium_large",
        "27% of the model's medium and large are public bodies, whom the survey did not ask and \
         of whom 4% fell; without them it is 85%.",
    ),
    (
        "firms.stopped.ratio",
        "Not independent: the model takes the ratio of the classes from this survey.",
    ),
    ("firms.stopped.MSME.2022-12", "No data after August 2021."),
    (
        "firms.stopped",
        "Closing in the model is for good, slow, and for want of demand and money; surveys count \
         shops shut by order or for a while, in samples that the troubled answered.",
    ),
    (
        "firms.no_longer_surviving",
        "As stopped, in a sample of 541 that lost a third of their income on average.",
    ),
    (
        "firms.cut_hours",
        "Firms of a branch lose alike, so that all cut hours a little (7% in all) where a third \
         cut them much.",
    ),
    (
        "firms.revenue_level",
        "Value added fell 5% in that quarter by the accounts, and trade 8%, which the model keeps \
         to: a small sample of the worst hit, asked in the worst weeks.",
    ),
    (
        "firms.monthly_income_change",
        "As revenue of April: samples of the worst hit, whose mean the accounts of the branches \
         do not allow.",
    ),
    (
        "firms.workers_change",
        "Not even Sakernas has it (all jobs -0.2%): the sample is of the worst hit; besides, heads \
         follow hours slowly in the model (4% a week).",
    ),
    (
        "firms.business_activity",
        "The index stays below 100 in 2020-21 although published GDP rose 5% on the quarter in \
         2020Q3: it speaks of the level more than of the change.",
    ),
    (
        "firms.imk_firms",
        "Closing is slower in the model, and for want of demand and money alone.",
    ),
    (
        "firms.imk_output.2021",
        "The survey's output stood still at current prices while prices rose; the model's micro \
         and small grow with their branch.",
    ),
    (
        "labour.jobs.agriculture.2020-08",
        "The model sends 30% of the jobs lost by then to agriculture, and it loses them slowly; \
         Sakernas has 2.8 million more at once.",
    ),
    (
        "labour.jobs.agriculture.2021-02",
        "The uptake was gone by February 2021; the model's grows with jobs lost elsewhere.",
    ),
    (
        "labour.jobs.manufacturing.2020-08",
        "Heads follow hours slowly in the model (4% a week): manufacturers let people go in the \
         first months.",
    ),
    (
        "labour.jobs.construction.2020-08",
        "As manufacturing: day labourers went at once, where heads follow hours slowly in the \
         model and two thirds of those in micro enterprises stay.",
    ),
    (
        "labour.jobs.trade",
        "Trade took up people who had lost work elsewhere (0.5 million more), as agriculture did; \
         in the model agriculture alone does.",
    ),
    (
        "labour.jobs.transport",
        "Jobs fell 1% where output fell 17% by BPS (2020Q3): nearly all who drive on their own \
         account went on for less; in the model hired hands follow output.",
    ),
    (
        "labour.jobs.accommodation_and_food",
        "Jobs did not fall where output fell 12% by BPS (2020Q3): those who lost them cooked and \
         sold for themselves; in the model hired hands follow output and nobody begins anew.",
    ),
    (
        "labour.jobs.all",
        "Own-account workers stay in the model, but hired jobs follow hours, and hours output, \
         which in 2022 is still below its path; in Indonesia jobs came back before output did.",
    ),
    (
        "labour.unemployment",
        "As all jobs: what is lost of output is still lost of hired jobs.",
    ),
    (
        "labour.lost_work",
        "As all jobs: what is lost of output is still lost of hired jobs.",
    ),
    (
        "labour.short_time",
        "Firms of a branch lose alike, so that all who stay work a little less, own-account \
         workers above all; in Sakernas fewer had their hours cut, by much.",
    ),
    (
        "labour.short_of_hit.2022",
        "In 2022 the hours of those who stayed are back in the model, and what is still lost are \
         hired jobs; in Sakernas hardly anyone had lost a job for the pandemic any more.",
    ),
    (
        "labour.short_of_hit",
        "As shorter hours: too many work a little less, while those without work are about as \
         many as in Sakernas.",
    ),
    (
        "demand.government",
        "Government spends along the path of 5% a year; in fact it fell 4.5% in 2022, when \
         spending on the pandemic ended.",
    ),
    (
        "demand.exports",
        "Exports of goods hold their gap of 2020Q4 by design: the boom of 2021-22 is not given to \
         the model, because with its volume and without its prices runs fail.",
    ),
    (
        "demand.imports",
        "Imports follow value added below its path, by 1.3 times its fall in share besides (fitted \
         on 2020); the boom of exports that drew them in 2021-22 is not in the model.",
    ),
    (
        "demand.investment",
        "Investment comes back late in the model, with expected demand.",
    ),
    (
        "demand.capacity.2022Q4",
        "The survey's use falls while GDP grows 5%: it does not follow output; in the model \
         capacity wears out by 3% and what is left is used more.",
    ),
    (
        "demand.capacity.manufacturing",
        "By then output of manufacturing is back at 98% of its open capacity in the model, which \
         has shrunk; the Ministry's figure stays low.",
    ),
    (
        "demand.skdu",
        "Of four quarters one cannot agree: in 2020Q3 the balance was negative while published GDP \
         rose 5%. In 2021Q1 GDP stands still in the model and rises in half of the draws only; \
         published GDP fell 1%.",
    ),
    (
        "demand.cars.2020",
        "The branch, which has also parts, motorcycles and exports, fell 19.9% by BPS, as in the \
         model; what dealers buy swings more (in April 2020 they bought 8 thousand and sold 24).",
    ),
    (
        "places.maluku_papua",
        "Mining is 29% of Papua's value added and rose there that year (known, not embedded); the \
         model has one course of mining for the nation.",
    ),
    (
        "places.share.bali",
        "Accommodation is 19% of Bali's value added but falls as in all provinces: four fifths of \
         its sales are to the province's own market, and only exports are foreign guests.",
    ),
    (
        "places.growth",
        "No data embedded on growth of single provinces in 2020.",
    ),
    (
        "programme.jobs",
        "Contracts take the place of own sales (28% less to others) and coaching raises output a \
         job by 5%, so a tenth more output is few jobs; and contracts are younger than 4 years.",
    ),
    (
        "programme.other_sales",
        "Contracts are served first from a capacity that grows slowly, and being linked brings no \
         new buyers but by capability; in the study others follow the first large buyer.",
    ),
    (
        "programme.grant",
        "A survey of recipients without a comparison; no run of the grant is among the checks.",
    ),
    (
        "programme.cooperatives_survive",
        "Cooperatives do not close in the model; only their members do.",
    ),
    (
        "programme.chains",
        "The sign is open in the literature: nothing to be held against.",
    ),
    (
        "versions",
        "Small economies have few rows in a cell; the limit is for the default size.",
    ),
    (
        "network.customers",
        "Counted in families of equal enterprises, which hides the customers inside them: single \
         enterprises alone have 1.2, and real customers 0.7 to 1.5 by where the tail begins.",
    ),
    (
        "network.suppliers",
        "The number of suppliers follows the square root of size by construction: with sizes of \
         exponent 1.1 the tail is thinner than Japan's.",
    ),
    (
        "network.survival",
        "Not an outcome: the loss of links is a parameter, and sources differ by what a link is.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_reason_that_fits_is_the_narrowest() {
        for (place, (start, _)) in REASONS.iter().enumerate() {
            let wider = REASONS[..place]
                .iter()
                .find(|(other, _)| start.starts_with(other));
            assert!(
                wider.is_none(),
                "{start} is never said: {wider:?} comes first"
            );
        }
        assert!(of("firms.stopped.ratio.2020-07").starts_with("Not independent"));
        assert!(of("firms.stopped.MSME.2021-08").starts_with("Closing"));
        assert_eq!(of("something.else"), NOT_LOOKED_INTO);
    }
}
