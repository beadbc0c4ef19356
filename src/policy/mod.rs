//! Policy and shocks as data: instruments with scope, window, size and budget. Phases read the
//! levers that `week/policy.rs` computes from them and know no instrument by name.
//!
//! Weeks are counted from the start of the run: week 0 is the week of Monday 6 January 2020 for
//! the shipped scenarios.

use crate::data::Tables;
use crate::ids::{CLASSES, PROVINCES};

/// From first to last week, both included; `end = None` lasts to the end of the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// First week.
    pub start: u32,
    /// Last week, if any.
    pub end: Option<u32>,
    /// Weeks from the start until full size (0: at once), linear.
    pub ramp: u32,
}

impl Window {
    /// Strength in a week, 0..1.
    #[must_use]
    pub fn strength(&self, week: u32) -> f64 {
        if week < self.start || self.end.is_some_and(|end| week > end) {
            return 0.0;
        }
        if self.ramp == 0 {
            return 1.0;
        }
        (f64::from(week - self.start + 1) / f64::from(self.ramp)).min(1.0)
    }
}

/// Which enterprises an instrument or shock reaches. All masks must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// By sector index (length = sectors of the scheme).
    pub sectors: Vec<bool>,
    /// By province index.
    pub provinces: [bool; PROVINCES],
    /// By class.
    pub classes: [bool; CLASSES],
    /// Only cooperatives and their members.
    pub cooperatives_only: bool,
    /// Only enterprises with a programme contract.
    pub contracted_only: bool,
}

impl Scope {
    /// Everybody, for this number of sectors.
    #[must_use]
    pub fn everybody(sectors: usize) -> Scope {
        Scope {
            sectors: vec![true; sectors],
            provinces: [true; PROVINCES],
            classes: [true; CLASSES],
            cooperatives_only: false,
            contracted_only: false,
        }
    }
}

/// A disturbance of the economy that nobody pays for.
#[derive(Clone, Debug, PartialEq)]
pub enum Shock {
    /// JSON kind `pandemic`: mobility and stringency of 2020-22 act on labour and demand.
    Pandemic {
        /// Multiplier of the drivers, 0..2.
        scale: f64,
    },
    /// JSON kind `export_path`: exports follow `model/export_path.csv`, then hold their last gap.
    ExportPath {
        /// Multiplier of the gap, 0..2.
        scale: f64,
    },
    /// JSON kind `restriction_wave`: an added restriction in some provinces.
    RestrictionWave {
        /// When.
        window: Window,
        /// Where.
        provinces: [bool; PROVINCES],
        /// Added mobility fall m, 0..1 (as `m` of the drivers).
        mobility_fall: f64,
        /// Added fall of presence at workplaces w, 0..1.
        workplace_fall: f64,
    },
    /// JSON kind `export_slump`: exports of the products fall by a share.
    ExportSlump {
        /// When.
        window: Window,
        /// Which products.
        products: Vec<bool>,
        /// Share of exports lost, 0..1.
        fall: f64,
    },
    /// JSON kind `closure`: a share of the capacity in scope may not work.
    Closure {
        /// When.
        window: Window,
        /// Who.
        scope: Scope,
        /// Share of capacity closed, 0..1.
        share: f64,
    },
    /// JSON kind `import_failure`: a share of ordered imports of the products does not arrive.
    ImportFailure {
        /// When.
        window: Window,
        /// Which products.
        products: Vec<bool>,
        /// Share that does not arrive, 0..1.
        share: f64,
    },
    /// JSON kind `final_demand`: household, government and investment demand for the products is
    /// multiplied.
    FinalDemand {
        /// When.
        window: Window,
        /// Which products.
        products: Vec<bool>,
        /// Also exports.
        exports_too: bool,
        /// Multiplier, 0..2.
        factor: f64,
    },
    /// JSON kind `capacity_loss`: a drawn share of enterprises loses capacity for good.
    CapacityLoss {
        /// When (one week).
        week: u32,
        /// Share of rows hit, 0..1.
        share_of_enterprises: f64,
        /// Share of their capacity lost, 0..1.
        loss: f64,
    },
}

/// A body that brings suppliers and buyers together.
#[derive(Clone, Debug, PartialEq)]
pub struct Intermediary {
    /// Name, e.g. `PIKKO`.
    pub body: String,
    /// Paid attempts a week once fully rolled out.
    pub attempts_per_week: f64,
    /// Buying sectors it works with (manufacturing), by sector index.
    pub buyer_sectors: Vec<bool>,
    /// Classes of suppliers it brings.
    pub supplier_classes: [bool; CLASSES],
    /// Brings cooperatives.
    pub cooperatives: bool,
    /// Its suppliers are ready: they sign at once (BKPM).
    pub ready: bool,
    /// Source of the rate.
    pub source: String,
}

/// A wave of the roll-out: from this week in these provinces too.
#[derive(Clone, Debug, PartialEq)]
pub struct RollOut {
    /// First week.
    pub week: u32,
    /// Provinces added.
    pub provinces: [bool; PROVINCES],
}

/// A goal that sets the number of attempts instead of the intermediaries' own rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goal {
    /// As many attempts as the intermediaries make.
    Attempts,
    /// Share of micro and small manufacturers in partnership, from the baseline share to `share`
    /// by the week `by`; counted in real enterprises.
    PartnershipShare {
        /// Goal, 0..1.
        share: f64,
        /// Last week.
        by: u32,
    },
    /// Share of the imported inputs of the buyer sectors that contracts replace by the week `by`,
    /// product by product up to what is substitutable.
    ImportedInputShare {
        /// Goal, 0..1.
        share: f64,
        /// Last week of matching.
        by: u32,
        /// Most attempts of one body a week.
        most_attempts: u32,
    },
}

/// Imported inputs of the sectors whose manufacturers some bodies work with, bn Rp a year at week 0.
#[must_use]
pub fn imported_inputs(tables: &Tables, bodies: &[Intermediary]) -> f64 {
    let bought = |sector: usize| tables.accounts.imported_use.column(sector).sum();
    (0..tables.sectors.len())
        .filter(|&sector| bodies.iter().any(|body| body.buyer_sectors[sector]))
        .map(bought)
        .sum()
}

impl Action {
    /// Imports that contracts are to replace by its goal, bn Rp a year at week 0; none without such a
    /// goal.
    #[must_use]
    pub fn imports_to_replace(&self, tables: &Tables) -> Option<f64> {
        match self {
            Action::Integration {
                intermediaries,
                goal: Goal::ImportedInputShare { share, .. },
                ..
            } => Some(share * imported_inputs(tables, intermediaries)),
            _ => None,
        }
    }
}

/// A means of the programme in force: speeds coaching, raises capability, costs money.
#[derive(Clone, Debug, PartialEq)]
pub struct MeansInForce {
    /// Index into `Tables::means`.
    pub means: usize,
    /// When.
    pub window: Window,
    /// Share of coached enterprises that get it, 0..1.
    pub coverage: f64,
}

/// What an instrument does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// `integration_programme`: matches, coaching, contracts.
    Integration {
        /// Who matches.
        intermediaries: Vec<Intermediary>,
        /// Where and when; before the first wave nothing happens.
        roll_out: Vec<RollOut>,
        /// What sets the number of attempts.
        goal: Goal,
        /// Cost of an attempt, million rupiah at current prices.
        cost_per_attempt_million_rupiah: f64,
        /// Cost of a week of coaching of one enterprise, million rupiah at current prices.
        coaching_per_week_million_rupiah: f64,
        /// Advance paid at signing, share of a quarter's contract sales, 0..1.
        advance_share: f64,
        /// Means in force for those coached and contracted.
        means: Vec<MeansInForce>,
    },
    /// `prompt_payment`: nobody in scope waits longer than this for the money of a spot sale.
    PromptPayment {
        /// Longest term, weeks.
        term_weeks: f64,
    },
    /// `credit` (KUR): better access and a lower rate.
    Credit {
        /// Added share of the credit line that is open, 0..1.
        access: f64,
        /// Points off the rate, share a year (0.06 = 6 points), paid by government.
        interest_subsidy: f64,
    },
    /// `grant` (BPUM): money to each enterprise in scope, once over the window.
    Grant {
        /// Million rupiah an enterprise at current prices.
        million_rupiah: f64,
    },
    /// `wage_subsidy`: government pays a share of wages and jobs are kept.
    WageSubsidy {
        /// Share of wages, 0..1.
        share: f64,
    },
    /// `cash_transfer`: money to households of the provinces in scope.
    CashTransfer {
        /// Billion rupiah a week at current prices, split by population.
        bn_rupiah_per_week: f64,
    },
    /// `purchase_tax_relief` (PPnBM): household and investment demand for the products in scope
    /// rises, the tax is not paid.
    PurchaseTaxRelief {
        /// Rise of demand for the products in scope, share (0.2 = +20%).
        demand_rise: f64,
        /// Tax given up, share of the value bought.
        tax_share: f64,
    },
    /// `export_facilitation`: export demand of those in scope with enough quality rises.
    ExportFacilitation {
        /// Rise, share.
        rise: f64,
    },
    /// `market_place`: wider search.
    MarketPlace {
        /// Multiplier of the search breadth, at least 1.
        breadth: f64,
    },
    /// `means` outside a programme: capability of those in scope rises.
    Means {
        /// Index into `Tables::means`.
        means: usize,
        /// Real enterprises reached a week.
        enterprises_per_week: f64,
    },
    /// `venture`: a new manufacturer owned by a cooperative.
    Venture {
        /// Sector of the venture.
        sector: usize,
        /// Province.
        province: usize,
        /// Capacity, billion rupiah of output a year at 2010 prices.
        capacity_bn_rupiah: f64,
        /// Weeks to build.
        build_weeks: u32,
        /// Share of its cost paid by a grant, 0..1 (the rest: loan).
        grant_share: f64,
    },
}

/// One policy instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Name in results, unique in the scenario.
    pub id: String,
    /// When (integration programmes: paid attempts).
    pub window: Window,
    /// Who.
    pub scope: Scope,
    /// What.
    pub action: Action,
    /// Money that may be spent in all, bn Rp current prices.
    pub budget_bn_rupiah: Option<f64>,
}

impl Instrument {
    /// Provinces in which it acts by this week; all where it acts on products or markets.
    #[must_use]
    pub fn provinces(&self, week: u32) -> [bool; PROVINCES] {
        let scope = self.scope.provinces;
        match &self.action {
            Action::Integration { roll_out, .. } => {
                let begun = || roll_out.iter().filter(|wave| wave.week <= week);
                std::array::from_fn(|r| scope[r] && begun().any(|wave| wave.provinces[r]))
            }
            Action::Venture { province, .. } => std::array::from_fn(|r| r == *province),
            Action::PurchaseTaxRelief { .. } | Action::MarketPlace { .. } => [true; PROVINCES],
            Action::PromptPayment { .. }
            | Action::Credit { .. }
            | Action::Grant { .. }
            | Action::WageSubsidy { .. }
            | Action::CashTransfer { .. }
            | Action::ExportFacilitation { .. }
            | Action::Means { .. } => scope,
        }
    }
}

/// Channels that can be switched off one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Channels {
    /// Payment terms, advances, credit.
    pub finance: bool,
    /// Contract orders count in expected demand and steady it.
    pub demand_assurance: bool,
    /// Contracts replace imports (off: they replace domestic spot purchases).
    pub import_substitution: bool,
    /// Contract orders are served first.
    pub reliability: bool,
    /// Capability grows by coaching and supplying.
    pub capability: bool,
    /// Members' and linked households' extra income is spent.
    pub member_income: bool,
    /// Capacity anchors final demand (B).
    pub anchor: bool,
}

impl Channels {
    /// All on.
    pub const ALL: Channels = Channels {
        finance: true,
        demand_assurance: true,
        import_substitution: true,
        reliability: true,
        capability: true,
        member_income: true,
        anchor: true,
    };
}
