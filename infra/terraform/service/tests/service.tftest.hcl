# Everything is mocked: no credentials, no network. `apply` fills in what AWS would have answered.
mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["us-west-2a"]
    }
  }

  mock_data "aws_ssm_parameter" {
    defaults = {
      insecure_value = "ami-12345678"
    }
  }

  mock_data "aws_ec2_managed_prefix_list" {
    defaults = {
      id = "pl-cloudfront"
    }
  }

  mock_resource "aws_vpc_endpoint" {
    defaults = {
      prefix_list_id = "pl-s3"
    }
  }

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::payweek-service-x"
    }
  }

  mock_resource "aws_instance" {
    defaults = {
      arn = "arn:aws:ec2:us-west-2:123456789012:instance/i-12345678"
    }
  }

  mock_resource "aws_cloudfront_distribution" {
    defaults = {
      domain_name = "d1.cloudfront.net"
    }
  }
}

variables {
  stage        = "qa"
  token_sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
}

run "the_machine_is_reached_through_cloudfront_alone_and_reaches_nothing_but_s3" {
  command = apply

  assert {
    condition = jsonencode([
      for rule in aws_security_group.service.ingress :
      [rule.protocol, rule.from_port, rule.to_port, rule.prefix_list_ids, try(length(rule.cidr_blocks), 0), try(length(rule.ipv6_cidr_blocks), 0)]
    ]) == jsonencode([["tcp", 8000, 8000, ["pl-cloudfront"], 0, 0]])
    error_message = "One door, and CloudFront behind it."
  }

  assert {
    condition = jsonencode([
      for rule in aws_security_group.service.egress :
      [rule.to_port, rule.prefix_list_ids, try(length(rule.cidr_blocks), 0), try(length(rule.ipv6_cidr_blocks), 0)]
    ]) == jsonencode([[443, ["pl-s3"], 0, 0]])
    error_message = "Nothing may leave but to S3."
  }

  assert {
    condition     = aws_subnet.service.map_public_ip_on_launch != true && length(aws_route_table.service.route) == 0
    error_message = "The network must have no way to the world."
  }

  assert {
    condition     = aws_instance.service.metadata_options[0].http_tokens == "required"
    error_message = "Credentials of the machine are given to nobody who merely makes it fetch an address."
  }
}

run "callers_need_tls_and_nothing_is_kept_on_the_way" {
  command = apply

  assert {
    condition     = aws_cloudfront_distribution.page.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "A token must not travel in the clear."
  }

  assert {
    condition = [
      aws_cloudfront_distribution.page.default_cache_behavior[0].cache_policy_id,
      aws_cloudfront_distribution.page.default_cache_behavior[0].origin_request_policy_id,
    ] == ["4135ea2d-6ad8-44a3-9df3-4b5a84be11ad", "216adef6-5c7f-47e4-b989-5492eafa07d3"]
    error_message = "CachingDisabled, or one caller gets another's ledger; AllViewer, or the service is not called by its name."
  }

  assert {
    condition     = toset(aws_cloudfront_distribution.page.default_cache_behavior[0].allowed_methods) == toset(["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"])
    error_message = "The page also writes."
  }

  assert {
    condition     = aws_s3_object.settings.content == "PAYWEEK_ALLOW_HOST=d1.cloudfront.net\nPAYWEEK_TOKEN_SHA256=${var.token_sha256}\n"
    error_message = "The service must know the name it is called by, and the token's hash."
  }
}

run "the_ledger_outlives_its_machine" {
  command = apply

  assert {
    condition = alltrue([
      aws_ebs_volume.ledger.encrypted, aws_ebs_volume.ledger.final_snapshot,
      aws_volume_attachment.ledger.stop_instance_before_detaching,
    ])
    error_message = "The ledger's disk is its own, encrypted, closed before it goes, and kept as a snapshot at the end."
  }

  assert {
    condition     = aws_s3_bucket.service.force_destroy == false && aws_s3_bucket_versioning.service.versioning_configuration[0].status == "Enabled"
    error_message = "Backups must not be thrown away or written over."
  }
}

run "the_machine_may_take_releases_and_leave_backups" {
  command = apply

  assert {
    condition = { for statement in jsondecode(aws_iam_role_policy.machine.policy).Statement : statement.Sid => [
      statement.Action, [for resource in statement.Resource : trimprefix(resource, "arn:aws:s3:::payweek-service-x/")]
      ] } == {
      TakeReleases = [["s3:GetObject"], ["settings", "wanted", "releases/*"]]
      KeepBackups  = [["s3:PutObject"], ["running", "backups/*", "logs/*"]]
    }
    error_message = "Nothing else: a machine that could write releases could keep itself."
  }
}

run "no_token_no_service" {
  command = plan

  variables {
    token_sha256 = ""
  }

  expect_failures = [var.token_sha256]
}
