//! Results of an experiment on disk: long tables are filled run by run, the rest at the end.

use super::error::ReportError;
use super::folder::{Overwrite, ResultFolder};
use super::stamp::Stamp;
use super::tidy::{TableFormat, TidyTable};
use super::{accounts, briefing, charts, json, series};
use crate::data::Tables;
use crate::experiment::effects::Effects;
use crate::experiment::measures::{Experiment, ScenarioInfo};
use crate::record::{Path, Records};
use std::path::PathBuf;

/// Where and how results are written.
#[derive(Clone, Debug)]
pub struct ResultPlan {
    /// Folder of all results, e.g. `output`.
    pub output: PathBuf,
    /// Name of these results: `<output>/<name>`.
    pub name: String,
    /// Format of the long tables.
    pub format: TableFormat,
    /// May other results be replaced?
    pub overwrite: Overwrite,
    /// Where the results come from.
    pub stamp: Stamp,
    /// Embedded tables of the sectors in use.
    pub tables: &'static Tables,
}

/// Results that are being written.
pub struct Results {
    folder: ResultFolder,
    stamp: Stamp,
    tables: &'static Tables,
    series: TidyTable,
    accounts: TidyTable,
}

/// What was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// Names of the files in it, in the order they were written.
    pub files: Vec<String>,
}

impl Results {
    /// Starts `<output>/<name>.partial`; refuses to replace the results of another plan.
    ///
    /// # Errors
    /// When the folder is refused or cannot be written.
    pub fn begin(plan: ResultPlan) -> Result<Results, ReportError> {
        let folder = ResultFolder::create(&plan.output, &plan.name, &plan.stamp, plan.overwrite)?;
        let place = folder.file("");
        Ok(Results {
            series: TidyTable::create(&place, plan.format, &series::spec())?,
            accounts: TidyTable::create(&place, plan.format, &accounts::spec())?,
            folder,
            stamp: plan.stamp,
            tables: plan.tables,
        })
    }

    /// Adds one run to the long tables. Call in a fixed order (scenario by scenario, seed by seed):
    /// the order is that of the rows.
    ///
    /// # Errors
    /// When the tables cannot be written.
    pub fn append(
        &mut self,
        info: &ScenarioInfo,
        path: &Path,
        records: &Records,
    ) -> Result<(), ReportError> {
        let names = series::Names::new(self.tables);
        let quarters = series::quarter_labels(path, records);
        self.series
            .append(&series::rows(info, path, records, &names, &quarters))?;
        self.accounts
            .append(&accounts::rows(&info.name, records, self.tables))
    }

    /// Writes summary, effects, charts and briefings and gives the folder its name.
    ///
    /// # Errors
    /// When a file cannot be written; the partial folder stays.
    pub fn finish(
        self,
        experiment: &Experiment,
        effects: &Effects,
        machine_seconds: f64,
    ) -> Result<Written, ReportError> {
        let mut files = vec![self.series.close()?, self.accounts.close()?];
        let folder = self.folder;
        folder.write_json("summary.json", &json::summary(experiment))?;
        folder.write_json("effects.json", &json::effects(effects))?;
        files.extend(["summary.json".to_owned(), "effects.json".to_owned()]);
        let (drawn, names) = charts::write(&folder, experiment, effects)?;
        files.extend(names);
        files.extend(briefing::write(&folder, experiment, effects, &drawn)?);
        let folder = folder.complete(&self.stamp, machine_seconds)?;
        files.push("run.json".to_owned());
        Ok(Written { folder, files })
    }

    /// Ends an interrupted run: tables are closed so that finished runs can be read, the folder
    /// keeps its partial name and `run.json` says that it is not complete.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn interrupt(self, machine_seconds: f64) -> Result<Written, ReportError> {
        let mut files = vec![self.series.close()?, self.accounts.close()?];
        let folder = self.folder.leave(&self.stamp, machine_seconds)?;
        files.push("run.json".to_owned());
        Ok(Written { folder, files })
    }
}
