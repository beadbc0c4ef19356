//! Loads all tables of a scheme and answers look-ups.

use super::{LeadTime, Province, SectorScheme, Tables};
use super::{accounts, classes, pandemic, programme, provinces, published, sectors};
use ndarray::Axis;
use std::sync::OnceLock;

/// First and last year of the trend of the nation.
const TREND_YEARS: std::ops::RangeInclusive<i32> = 2015..=2019;

/// Where the twin gathers the nation.
const CAPITAL: &str = "DKI Jakarta";

/// English and short names of provinces, in lower case, with the name in the tables.
pub(super) const PROVINCE_ALIASES: [(&str, &str); 36] = [
    ("jakarta", "DKI Jakarta"),
    ("special capital region of jakarta", "DKI Jakarta"),
    ("yogyakarta", "DI Yogyakarta"),
    ("jogjakarta", "DI Yogyakarta"),
    ("special region of yogyakarta", "DI Yogyakarta"),
    ("daerah istimewa yogyakarta", "DI Yogyakarta"),
    ("north sumatra", "Sumatera Utara"),
    ("west sumatra", "Sumatera Barat"),
    ("south sumatra", "Sumatera Selatan"),
    ("bangka belitung", "Kepulauan Bangka Belitung"),
    ("bangka belitung islands", "Kepulauan Bangka Belitung"),
    ("bangka-belitung", "Kepulauan Bangka Belitung"),
    ("kep. bangka belitung", "Kepulauan Bangka Belitung"),
    ("riau islands", "Kepulauan Riau"),
    ("kep. riau", "Kepulauan Riau"),
    ("west java", "Jawa Barat"),
    ("central java", "Jawa Tengah"),
    ("east java", "Jawa Timur"),
    ("west nusa tenggara", "Nusa Tenggara Barat"),
    ("ntb", "Nusa Tenggara Barat"),
    ("east nusa tenggara", "Nusa Tenggara Timur"),
    ("ntt", "Nusa Tenggara Timur"),
    ("west kalimantan", "Kalimantan Barat"),
    ("central kalimantan", "Kalimantan Tengah"),
    ("south kalimantan", "Kalimantan Selatan"),
    ("east kalimantan", "Kalimantan Timur"),
    ("north kalimantan", "Kalimantan Utara"),
    ("north sulawesi", "Sulawesi Utara"),
    ("central sulawesi", "Sulawesi Tengah"),
    ("south sulawesi", "Sulawesi Selatan"),
    ("southeast sulawesi", "Sulawesi Tenggara"),
    ("west sulawesi", "Sulawesi Barat"),
    ("north maluku", "Maluku Utara"),
    ("moluccas", "Maluku"),
    ("west papua", "Papua Barat"),
    ("aceh darussalam", "Aceh"),
];

/// The tables of a scheme, read at the first call and kept.
pub fn tables(scheme: SectorScheme) -> &'static Tables {
    static IO30: OnceLock<Tables> = OnceLock::new();
    static IO80: OnceLock<Tables> = OnceLock::new();
    match scheme {
        SectorScheme::Io30 => IO30.get_or_init(|| Tables::load(scheme)),
        SectorScheme::Io80 => IO80.get_or_init(|| Tables::load(scheme)),
    }
}

/// The tables of `Io30` with the whole nation in one place, for the twin; kept after the first call.
pub fn gathered_tables() -> &'static Tables {
    static GATHERED: OnceLock<Tables> = OnceLock::new();
    GATHERED.get_or_init(|| tables(SectorScheme::Io30).gathered())
}

impl Tables {
    /// The same tables with every enterprise and household in the capital: national
    /// sums are kept. For the twin, which has no cooperatives.
    #[must_use]
    pub fn gathered(&self) -> Tables {
        let mut nation = self.clone();
        let place = self
            .province(CAPITAL)
            .expect("the capital is in the tables");
        let value_added = self.province_gva.sum_axis(Axis(0));
        nation.province_gva.fill(0.0);
        nation.province_gva.row_mut(place).assign(&value_added);
        for province in &mut nation.provinces {
            (province.population, province.grdp) = (0.0, 0.0);
        }
        let sum = |of: fn(&Province) -> f64| self.provinces.iter().map(of).sum();
        nation.provinces[place].population = sum(|of| of.population);
        nation.provinces[place].grdp = sum(|of| of.grdp);
        nation
    }

    /// Reads the embedded files of a scheme; `tables` keeps the result.
    ///
    /// # Panics
    /// With file and line if an embedded file is wrong: that is a bug of the program.
    pub fn load(scheme: SectorScheme) -> Tables {
        let mut sectors = sectors::read_sectors(scheme);
        let accounts = accounts::read_accounts(scheme, &sectors);
        let value_added = accounts.value_added();
        for (sector, &gva) in sectors.iter_mut().zip(&value_added) {
            // The two files agree to 1e-13; one number for one thing.
            sector.gva = gva;
        }
        let provinces = provinces::read_provinces();
        let (province_gva, province_gva_showable) =
            provinces::read_province_gva(&provinces, &sectors, &value_added);
        let cooperatives = provinces::read_cooperatives(&provinces);
        Tables {
            scheme,
            classes: classes::read_classes(&sectors, &value_added),
            members_per_cooperative: provinces::members_per_cooperative(&cooperatives),
            cash_buffer: programme::read_cash_buffer(),
            deflator: programme::read_deflator(),
            drivers: pandemic::read_drivers(),
            restrictions: pandemic::read_restrictions(&provinces),
            export_path: pandemic::read_export_path(),
            export_services: pandemic::export_services(&sectors),
            cross_branch: programme::read_cross_branch(&sectors, &accounts),
            lead_times: programme::read_lead_times(),
            means: programme::read_means(),
            growth_targets: published::read_growth_targets(),
            agriculture: published::read_agriculture(),
            gdp_history: published::read_gdp_history(),
            forecast_vintages: published::read_forecast_vintages(),
            target_series: published::read_target_series(scheme, &sectors),
            matching: programme::read_matching(),
            institutions: programme::read_institutions(),
            gdp_season: published::read_gdp_season(),
            sectors,
            provinces,
            accounts,
            province_gva,
            province_gva_showable,
            cooperatives,
        }
    }

    /// Index of the sector of this code, e.g. `automotive`.
    pub fn sector(&self, code: &str) -> Option<usize> {
        self.sectors.iter().position(|sector| sector.code == code)
    }

    /// Index of the province of this name, in any case of letters; English names (`West Java`)
    /// and short ones (`Jakarta`) are known too.
    pub fn province(&self, name: &str) -> Option<usize> {
        let wanted = name.trim().to_lowercase();
        let alias = PROVINCE_ALIASES.iter().find(|(alias, _)| *alias == wanted);
        let wanted = alias.map_or(wanted, |(_, full)| full.to_lowercase());
        self.provinces
            .iter()
            .position(|province| province.name.to_lowercase() == wanted)
    }

    /// GDP deflator of a year, 2010 = 1: current rupiah / deflator = rupiah at 2010 prices.
    /// Before the first (2016) and after the last year (2022) of the table that year's is held:
    /// prices outside are not known, and money of other years is compared with these.
    pub fn deflator(&self, year: i32) -> f64 {
        let at_or_before = self.deflator.iter().rev().find(|(known, _)| *known <= year);
        let entry = at_or_before.or(self.deflator.first());
        entry.expect("the table of the deflator is not empty").1
    }

    /// Weeks from first coaching to first delivery of a class of lead time
    /// (`SectorTraits::integration_class`).
    pub fn lead_time(&self, class: &str) -> Option<&LeadTime> {
        self.lead_times
            .iter()
            .find(|lead_time| lead_time.class == class)
    }

    /// Trend growth of GDP, share a year: geometric mean of the growth that BPS published for
    /// the 20 quarters of 2015-2019 (0.05033).
    pub fn trend_growth_total(&self) -> f64 {
        let logs: Vec<f64> = self
            .growth_targets
            .iter()
            .filter(|target| target.kind == "total" && target.series == "GDP")
            .filter(|target| TREND_YEARS.contains(&target.year))
            .map(|target| (target.yoy_percent / 100.0).ln_1p())
            .collect();
        (logs.iter().sum::<f64>() / logs.len() as f64).exp_m1()
    }

    /// Published growth on the same quarter of the year before, %, of one series (`kind` and
    /// `series` as in `covid/targets_quarterly.csv`); `None` where it was not published.
    pub fn growth(&self, kind: &str, series: &str, year: i32, quarter: u32) -> Option<f64> {
        self.growth_targets
            .iter()
            .find(|target| {
                (target.year, target.quarter) == (year, quarter)
                    && target.kind == kind
                    && target.series == series
            })
            .map(|target| target.yoy_percent)
    }
}
